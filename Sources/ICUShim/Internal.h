#ifndef ISNAD_ICUSHIM_INTERNAL_H
#define ISNAD_ICUSHIM_INTERNAL_H

#include <stdbool.h>
#include <unicode/utypes.h>

#include "ICUShim.h"

/// A growing UTF-8 text that takes UTF-16 in pieces.
typedef struct Sink {
  uint8_t *_Nullable bytes;
  size_t length;
  size_t capacity;
  /// A leading surrogate that ended the last piece, or 0.
  UChar lead;
} Sink;

/// Makes room for `extra` more bytes; false if memory ran out.
bool sink_reserve(Sink *_Nonnull sink, size_t extra);

/// Appends UTF-16 text, lone surrogates as U+FFFD; false if memory ran out.
bool sink_append(Sink *_Nonnull sink, const UChar *_Nonnull units, size_t count);

/// Hands the text over to a buffer, or frees it unless the status is ok.
ICUShimStatus sink_finish(Sink *_Nonnull sink, ICUShimStatus status,
                          ICUShimBuffer *_Nonnull result);

/// The status that tells of an ICU error.
ICUShimStatus status_of(UErrorCode error);

#endif

#include <stdlib.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

#include "Internal.h"

/// UTF-16 of UTF-8 text, with U+FFFD for what is ill-formed; the caller frees it.
static ICUShimStatus to_utf16(const uint8_t *source, size_t length, UChar **units, int32_t *count) {
  *units = NULL;
  *count = 0;
  if (length > ICUSHIM_TEXT_LIMIT) {
    return ICUShimStatusTooLarge;
  }
  UChar *room = malloc((length + 1) * sizeof(UChar));
  if (!room) {
    return ICUShimStatusOutOfMemory;
  }
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8WithSub(room, (int32_t)length + 1, count, (const char *)source, (int32_t)length,
                       0xFFFD, NULL, &error);
  if (U_FAILURE(error)) {
    free(room);
    return status_of(error);
  }
  *units = room;
  return ICUShimStatusOk;
}

ICUShimStatus icushim_nfkc(const uint8_t *source, size_t length, ICUShimBuffer *result) {
  Sink sink = {NULL, 0, 0, 0};
  UChar *units = NULL;
  UChar *normal = NULL;
  int32_t count = 0;
  ICUShimStatus status = to_utf16(source, length, &units, &count);
  int32_t capacity = count + count / 8 + 16;
  for (int attempt = 0; status == ICUShimStatusOk && attempt < 2; attempt++) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&error);
    free(normal);
    normal = malloc((size_t)capacity * sizeof(UChar));
    if (!normal) {
      status = ICUShimStatusOutOfMemory;
      break;
    }
    int32_t needed = unorm2_normalize(normalizer, units, count, normal, capacity, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR && attempt == 0 && needed > 0 && needed < INT32_MAX) {
      capacity = needed + 1;
      continue;
    }
    status = status_of(error);
    if (status == ICUShimStatusOk && !sink_append(&sink, normal, (size_t)needed)) {
      status = ICUShimStatusOutOfMemory;
    }
    break;
  }
  free(normal);
  free(units);
  return sink_finish(&sink, status, result);
}

enum { pieceLength = 1024, pieceCapacity = 16 * pieceLength };

/// Where to cut the text so that no piece is long: ICU's rules take quadratic time on long ones.
static int32_t piece_end(const UChar *units, int32_t from, int32_t count) {
  if (count - from <= pieceLength) {
    return count;
  }
  for (int32_t i = from + pieceLength; i > from + pieceLength / 2; i--) {
    if (units[i - 1] == ' ' || units[i - 1] == '\n') {
      return i;
    }
  }
  int32_t end = from + pieceLength;
  return U16_IS_LEAD(units[end - 1]) ? end - 1 : end;
}

ICUShimStatus icushim_arabic_to_latin(const uint8_t *source, size_t length,
                                      ICUShimBuffer *result) {
  Sink sink = {NULL, 0, 0, 0};
  UChar *units = NULL;
  int32_t count = 0;
  ICUShimStatus status = to_utf16(source, length, &units, &count);
  UTransliterator *rules = NULL;
  if (status == ICUShimStatusOk) {
    UErrorCode error = U_ZERO_ERROR;
    UParseError where;
    rules = utrans_openU(u"Arabic-Latin; Latin-ASCII", -1, UTRANS_FORWARD, NULL, 0, &where, &error);
    status = status_of(error);
  }
  for (int32_t from = 0, end = 0; status == ICUShimStatusOk && from < count; from = end) {
    UChar piece[pieceCapacity];
    end = piece_end(units, from, count);
    int32_t size = end - from;
    int32_t limit = size;
    memcpy(piece, units + from, (size_t)size * sizeof(UChar));
    UErrorCode error = U_ZERO_ERROR;
    utrans_transUChars(rules, piece, &size, pieceCapacity, 0, &limit, &error);
    status = status_of(error);
    if (status == ICUShimStatusOk && !sink_append(&sink, piece, (size_t)size)) {
      status = ICUShimStatusOutOfMemory;
    }
  }
  if (rules) {
    utrans_close(rules);
  }
  free(units);
  return sink_finish(&sink, status, result);
}

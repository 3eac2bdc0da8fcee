#ifndef ISNAD_ICUSHIM_H
#define ISNAD_ICUSHIM_H

// Plain C functions over ICU, so that Swift never sees ICU's versioned symbols or its handles.
// Every function opens and closes what it uses, keeps no state, and may be called from any thread.
// No input crashes them: failures come back as an ICUShimStatus and leave the results empty.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a call ended.
typedef enum __attribute__((enum_extensibility(closed))) ICUShimStatus : int32_t {
  /// The results are set.
  ICUShimStatusOk = 0,
  /// An argument is out of range, such as a day that its month does not have.
  ICUShimStatusInvalidArgument = 1,
  /// Memory ran out.
  ICUShimStatusOutOfMemory = 2,
  /// The input is longer than the function takes.
  ICUShimStatusTooLarge = 3,
  /// ICU does not have the charset, the calendar or the transliterator.
  ICUShimStatusUnavailable = 4,
  /// Nothing matched.
  ICUShimStatusNotFound = 5,
  /// ICU failed in another way.
  ICUShimStatusFailed = 6,
} ICUShimStatus;

/// Bytes that a call allocated. Give them back with `icushim_buffer_free`.
typedef struct ICUShimBuffer {
  /// The first byte. Never null after a call that ended with `ICUShimStatusOk`.
  uint8_t *_Nullable bytes;
  /// The number of bytes.
  size_t length;
} ICUShimBuffer;

/// Frees the bytes of a buffer and empties it. An empty buffer is left alone.
void icushim_buffer_free(ICUShimBuffer *_Nonnull buffer);

/// The version of the ICU in use, such as "72.1", terminated by a zero. Needs room for 20 chars.
void icushim_version(char *_Nonnull version);

/// The longest charset name that `icushim_detect_charset` writes, with its final zero.
#define ICUSHIM_NAME_CAPACITY 64

/// Guesses the charset of a byte buffer, looking at its first 64 KiB.
///
/// `allowed` restricts the answer: charset names parted by commas, in any case, or null for all.
/// `name` has room for ICUSHIM_NAME_CAPACITY chars; `confidence` is from 0 to 100.
/// Ends with `ICUShimStatusNotFound` if ICU sees none of the allowed charsets.
ICUShimStatus icushim_detect_charset(const uint8_t *_Nonnull source, size_t length,
                                     const char *_Nullable allowed, char *_Nonnull name,
                                     int32_t *_Nonnull confidence);

/// The number of offsets that `icushim_convert_to_utf8` reports at most.
#define ICUSHIM_OFFSET_CAPACITY 16

/// Converts a buffer from the named charset to valid UTF-8, in linear time.
///
/// Each undecodable byte sequence becomes one U+FFFD. `replacements` is their number, and
/// `offsets`, with room for ICUSHIM_OFFSET_CAPACITY values, gets the byte offsets in the source
/// of the first of them: min(replacements, ICUSHIM_OFFSET_CAPACITY) values, the first one first.
ICUShimStatus icushim_convert_to_utf8(const char *_Nonnull charset, const uint8_t *_Nonnull source,
                                      size_t length, ICUShimBuffer *_Nonnull result,
                                      size_t *_Nonnull replacements, size_t *_Nonnull offsets);

/// The longest text in bytes that `icushim_nfkc` and `icushim_arabic_to_latin` take.
#define ICUSHIM_TEXT_LIMIT ((size_t)256 << 20)

/// Normalizes UTF-8 text to NFKC. Ill-formed parts become U+FFFD.
ICUShimStatus icushim_nfkc(const uint8_t *_Nonnull source, size_t length,
                           ICUShimBuffer *_Nonnull result);

/// Transliterates UTF-8 text with "Arabic-Latin; Latin-ASCII". Other scripts stay as they are.
///
/// Opening the rules takes far longer than a word does, so pass many words as one text of lines.
ICUShimStatus icushim_arabic_to_latin(const uint8_t *_Nonnull source, size_t length,
                                      ICUShimBuffer *_Nonnull result);

/// Which Hijri calendar to reckon with.
typedef enum __attribute__((enum_extensibility(closed))) ICUShimHijri : int32_t {
  /// The calendar of Saudi Arabia; ICU has its tables for 1300 to 1600 AH.
  ICUShimHijriUmmAlQura = 0,
  /// The arithmetical calendar with its cycle of 30 years ("islamic-civil").
  ICUShimHijriCivil = 1,
} ICUShimHijri;

/// A day of a calendar; months and days count from 1.
typedef struct ICUShimDate {
  int32_t year;
  int32_t month;
  int32_t day;
} ICUShimDate;

/// The Hijri date of a day of the proleptic Gregorian calendar, from 623 to 9000 CE.
ICUShimStatus icushim_gregorian_to_hijri(ICUShimHijri calendar, ICUShimDate gregorian,
                                         ICUShimDate *_Nonnull hijri);

/// The Gregorian date of a Hijri date, from 1 to 9000 AH.
ICUShimStatus icushim_hijri_to_gregorian(ICUShimHijri calendar, ICUShimDate hijri,
                                         ICUShimDate *_Nonnull gregorian);

#ifdef __cplusplus
}
#endif

#endif

#include "ICUShim.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uversion.h>

#include "Internal.h"

void icushim_buffer_free(ICUShimBuffer *buffer) {
  free(buffer->bytes);
  *buffer = (ICUShimBuffer){NULL, 0};
}

void icushim_version(char *version) {
  UVersionInfo numbers;
  u_getVersion(numbers);
  u_versionToString(numbers, version);
}

static bool is_allowed(const char *name, const char *allowed) {
  size_t length = strlen(name);
  for (const char *item = allowed; item; item = strchr(item, ',')) {
    item += *item == ',';
    if (strcspn(item, ",") == length && strncasecmp(item, name, length) == 0) {
      return true;
    }
  }
  return !allowed;
}

ICUShimStatus icushim_detect_charset(const uint8_t *source, size_t length, const char *allowed,
                                     char *name, int32_t *confidence) {
  name[0] = 0;
  *confidence = 0;
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  int32_t count = 0;
  size_t limit = (size_t)64 << 10;
  ucsdet_setText(detector, (const char *)source, (int32_t)(length < limit ? length : limit), &error);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);
  ICUShimStatus status = U_SUCCESS(error) ? ICUShimStatusNotFound : status_of(error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; i++) {
    const char *match = ucsdet_getName(matches[i], &error);
    int32_t sure = ucsdet_getConfidence(matches[i], &error);
    if (U_SUCCESS(error) && match && strlen(match) < ICUSHIM_NAME_CAPACITY
        && is_allowed(match, allowed)) {
      strcpy(name, match);
      *confidence = sure;
      status = ICUShimStatusOk;
      break;
    }
  }
  if (detector) {
    ucsdet_close(detector);
  }
  return status;
}

static bool is_bad_sequence(UErrorCode error) {
  return error == U_INVALID_CHAR_FOUND || error == U_ILLEGAL_CHAR_FOUND
      || error == U_TRUNCATED_CHAR_FOUND || error == U_ILLEGAL_ESCAPE_SEQUENCE
      || error == U_UNSUPPORTED_ESCAPE_SEQUENCE;
}

/// Runs the converter to the end of the source, from one undecodable sequence to the next.
static ICUShimStatus convert(UConverter *converter, const char *source, size_t length, Sink *sink,
                             size_t *replacements, size_t *offsets) {
  static const UChar replacement = 0xFFFD;
  const size_t piece = (size_t)512 << 20;  // ICU takes less than 2 GiB in a call.
  const char *at = source;
  const char *end = source + length;
  while (true) {
    UChar units[4096];
    UChar *target = units;
    size_t left = (size_t)(end - at);
    const char *limit = left > piece ? at + piece : end;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units + 4096, &at, limit, NULL, limit == end, &error);
    if (!sink_append(sink, units, (size_t)(target - units))) {
      return ICUShimStatusOutOfMemory;
    }
    if (is_bad_sequence(error)) {
      char bytes[64];
      int8_t bad = sizeof bytes;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, bytes, &bad, &ignored);
      size_t passed = (size_t)(at - source);
      size_t back = U_SUCCESS(ignored) && bad > 0 ? (size_t)bad : 0;
      if (*replacements < ICUSHIM_OFFSET_CAPACITY) {
        offsets[*replacements] = passed > back ? passed - back : 0;
      }
      *replacements += 1;
      if (!sink_append(sink, &replacement, 1)) {
        return ICUShimStatusOutOfMemory;
      }
    } else if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) {
      return status_of(error);
    } else if (error != U_BUFFER_OVERFLOW_ERROR && limit == end) {
      return ICUShimStatusOk;
    }
  }
}

ICUShimStatus icushim_convert_to_utf8(const char *charset, const uint8_t *source, size_t length,
                                      ICUShimBuffer *result, size_t *replacements,
                                      size_t *offsets) {
  Sink sink = {NULL, 0, 0, 0};
  *replacements = 0;
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &error);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  ICUShimStatus status = status_of(error);
  if (status == ICUShimStatusOk && !sink_reserve(&sink, length / 2 * 3 + 64)) {
    status = ICUShimStatusOutOfMemory;
  }
  if (status == ICUShimStatusOk) {
    status = convert(converter, (const char *)source, length, &sink, replacements, offsets);
  }
  ucnv_close(converter);
  if (status != ICUShimStatusOk) {
    *replacements = 0;
  }
  return sink_finish(&sink, status, result);
}

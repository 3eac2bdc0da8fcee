#include <stdlib.h>
#include <unicode/utf16.h>

#include "Internal.h"

bool sink_reserve(Sink *sink, size_t extra) {
  if (sink->bytes && sink->capacity - sink->length >= extra) {
    return true;
  }
  if (extra > SIZE_MAX / 4 || sink->length > SIZE_MAX / 4) {
    return false;
  }
  size_t wanted = sink->length + extra;
  size_t capacity = sink->capacity + sink->capacity / 2;
  if (capacity < wanted) {
    capacity = wanted;
  }
  if (capacity < 64) {
    capacity = 64;
  }
  uint8_t *bytes = realloc(sink->bytes, capacity);
  if (!bytes) {
    return false;
  }
  sink->bytes = bytes;
  sink->capacity = capacity;
  return true;
}

static uint8_t *put(uint8_t *at, UChar32 scalar) {
  if (scalar < 0x80) {
    *at++ = (uint8_t)scalar;
    return at;
  }
  if (scalar < 0x800) {
    *at++ = (uint8_t)(0xC0 | (scalar >> 6));
  } else {
    if (scalar < 0x10000) {
      *at++ = (uint8_t)(0xE0 | (scalar >> 12));
    } else {
      *at++ = (uint8_t)(0xF0 | (scalar >> 18));
      *at++ = (uint8_t)(0x80 | ((scalar >> 12) & 0x3F));
    }
    *at++ = (uint8_t)(0x80 | ((scalar >> 6) & 0x3F));
  }
  *at++ = (uint8_t)(0x80 | (scalar & 0x3F));
  return at;
}

bool sink_append(Sink *sink, const UChar *units, size_t count) {
  // A unit gives three bytes at most, and the pending lead three more.
  if (count > SIZE_MAX / 16 || !sink_reserve(sink, 3 * count + 3)) {
    return false;
  }
  uint8_t *at = sink->bytes + sink->length;
  for (size_t i = 0; i < count; i++) {
    UChar unit = units[i];
    if (sink->lead) {
      UChar lead = sink->lead;
      sink->lead = 0;
      if (U16_IS_TRAIL(unit)) {
        at = put(at, U16_GET_SUPPLEMENTARY(lead, unit));
        continue;
      }
      at = put(at, 0xFFFD);
    }
    if (U16_IS_LEAD(unit)) {
      sink->lead = unit;
    } else {
      at = put(at, U16_IS_TRAIL(unit) ? 0xFFFD : unit);
    }
  }
  sink->length = (size_t)(at - sink->bytes);
  return true;
}

ICUShimStatus sink_finish(Sink *sink, ICUShimStatus status, ICUShimBuffer *result) {
  if (status == ICUShimStatusOk && !sink_reserve(sink, 3)) {
    status = ICUShimStatusOutOfMemory;
  }
  if (status != ICUShimStatusOk) {
    free(sink->bytes);
    *result = (ICUShimBuffer){NULL, 0};
    return status;
  }
  if (sink->lead) {
    sink->length = (size_t)(put(sink->bytes + sink->length, 0xFFFD) - sink->bytes);
  }
  *result = (ICUShimBuffer){sink->bytes, sink->length};
  return status;
}

ICUShimStatus status_of(UErrorCode error) {
  if (U_SUCCESS(error)) {
    return ICUShimStatusOk;
  }
  switch (error) {
    case U_MEMORY_ALLOCATION_ERROR: return ICUShimStatusOutOfMemory;
    case U_ILLEGAL_ARGUMENT_ERROR: return ICUShimStatusInvalidArgument;
    case U_FILE_ACCESS_ERROR:
    case U_MISSING_RESOURCE_ERROR:
    case U_UNSUPPORTED_ERROR:
    case U_INVALID_ID: return ICUShimStatusUnavailable;
    default: return ICUShimStatusFailed;
  }
}

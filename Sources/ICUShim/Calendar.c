#include <unicode/ucal.h>

#include "Internal.h"

static const int64_t millisecondsPerDay = 86400000;

/// Days from 1970-01-01 to a day of the proleptic Gregorian calendar, for years after 0.
static int32_t days_of(ICUShimDate date) {
  int32_t year = date.year - (date.month <= 2);
  int32_t era = year / 400;
  int32_t yearOfEra = year - era * 400;
  int32_t dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

/// The day of the proleptic Gregorian calendar that many days after 1970-01-01.
static ICUShimDate date_of(int32_t days) {
  int32_t shifted = days + 719468;
  int32_t era = shifted / 146097;
  int32_t dayOfEra = shifted - era * 146097;
  int32_t yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  int32_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  int32_t shiftedMonth = (5 * dayOfYear + 2) / 153;
  int32_t month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  ICUShimDate date = {
    yearOfEra + era * 400 + (month <= 2), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
  };
  return date;
}

static bool same(ICUShimDate one, ICUShimDate other) {
  return one.year == other.year && one.month == other.month && one.day == other.day;
}

static UCalendar *open_calendar(ICUShimHijri calendar, UErrorCode *error) {
  const char *locale = calendar == ICUShimHijriCivil ? "en@calendar=islamic-civil"
                                                     : "en@calendar=islamic-umalqura";
  return ucal_open(u"Etc/UTC", -1, locale, UCAL_DEFAULT, error);
}

static ICUShimDate fields_of(UCalendar *hijri, UErrorCode *error) {
  ICUShimDate date = {
    ucal_get(hijri, UCAL_YEAR, error), ucal_get(hijri, UCAL_MONTH, error) + 1,
    ucal_get(hijri, UCAL_DATE, error),
  };
  return date;
}

ICUShimStatus icushim_gregorian_to_hijri(ICUShimHijri calendar, ICUShimDate gregorian,
                                         ICUShimDate *hijri) {
  *hijri = (ICUShimDate){0, 0, 0};
  if (gregorian.year < 623 || gregorian.year > 9000 || gregorian.month < 1 || gregorian.month > 12
      || gregorian.day < 1 || gregorian.day > 31
      || !same(date_of(days_of(gregorian)), gregorian)) {
    return ICUShimStatusInvalidArgument;
  }
  UErrorCode error = U_ZERO_ERROR;
  UCalendar *handle = open_calendar(calendar, &error);
  ucal_setMillis(handle, (double)(days_of(gregorian) * millisecondsPerDay), &error);
  ICUShimDate date = U_SUCCESS(error) ? fields_of(handle, &error) : *hijri;
  if (handle) {
    ucal_close(handle);
  }
  if (U_SUCCESS(error)) {
    *hijri = date;
  }
  return status_of(error);
}

ICUShimStatus icushim_hijri_to_gregorian(ICUShimHijri calendar, ICUShimDate hijri,
                                         ICUShimDate *gregorian) {
  *gregorian = (ICUShimDate){0, 0, 0};
  if (hijri.year < 1 || hijri.year > 9000 || hijri.month < 1 || hijri.month > 12 || hijri.day < 1
      || hijri.day > 30) {
    return ICUShimStatusInvalidArgument;
  }
  UErrorCode error = U_ZERO_ERROR;
  UCalendar *handle = open_calendar(calendar, &error);
  ICUShimDate reckoned = hijri;
  int64_t days = 0;
  if (U_SUCCESS(error)) {
    ucal_clear(handle);
    ucal_setDateTime(handle, hijri.year, hijri.month - 1, hijri.day, 0, 0, 0, &error);
    days = (int64_t)ucal_getMillis(handle, &error) / millisecondsPerDay;  // It is midnight.
    reckoned = fields_of(handle, &error);
  }
  if (handle) {
    ucal_close(handle);
  }
  if (U_SUCCESS(error) && !same(reckoned, hijri)) {
    return ICUShimStatusInvalidArgument;  // The 30th of a month of 29 days.
  }
  if (U_SUCCESS(error)) {
    *gregorian = date_of((int32_t)days);
  }
  return status_of(error);
}

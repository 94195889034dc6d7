#include "widgets/text/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::Units)
};

constexpr QChar kNoBreakSpace(0x00a0);

// Rounded to so many significant digits, so that 999.6 µJ becomes 1.00 mJ and not 1000 µJ.
double rounded(double value, int digits) {
  if (value == 0 || !std::isfinite(value)) return value;
  const double scale = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
  return std::isfinite(scale) && scale > 0 ? std::round(value * scale) / scale : value;
}

Prefixed siPrefix(double magnitude, const QString& symbol) {
  static const char* const kSigns[] = {"p", "n", "µ", "m", "", "k", "M", "G", "T"};
  int power = magnitude > 0 ? static_cast<int>(std::floor(std::log10(magnitude) / 3 + 1e-9)) : 0;
  power = std::clamp(power, -4, 4);
  return {QString::fromUtf8(kSigns[power + 4]) + symbol, std::pow(1000.0, power)};
}

Prefixed bytePrefix(double magnitude) {
  if (magnitude >= 1024.0 * 1024 * 1024) return {"GB", 1024.0 * 1024 * 1024};
  if (magnitude >= 1024.0 * 1024) return {"MB", 1024.0 * 1024};
  if (magnitude >= 1024) return {"kB", 1024};
  return {"B", 1};
}

Prefixed hourPrefix(double magnitude) {
  if (magnitude >= 2 * 8766) return {Text::tr("years"), 8766};
  if (magnitude >= 72) return {Text::tr("days"), 24};
  return {Text::tr("h"), 1};
}

}  // namespace

QString figure(double value, int digits) {
  if (std::isnan(value)) return QString(QChar(0x2013));
  if (std::isinf(value)) return value > 0 ? QString(QChar(0x221e)) : "-" + QString(QChar(0x221e));
  if (value == 0) return QStringLiteral("0");
  const QLocale locale;
  const double shown = rounded(value, digits);
  const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(shown)) + 1e-12));
  if (magnitude < -4 || magnitude >= 6) return locale.toString(shown, 'e', digits - 1);
  return locale.toString(shown, 'f', std::max(0, digits - 1 - magnitude));
}

Prefixed prefixFor(double value, Unit unit) {
  const double magnitude = std::abs(rounded(value, 3));
  switch (unit) {
    case Unit::count:
      return magnitude >= 1000 ? siPrefix(magnitude, {}) : Prefixed{};
    case Unit::joule:
    case Unit::second:
    case Unit::watt:
    case Unit::hertz:
      return siPrefix(magnitude, symbolOf(unit));
    case Unit::byte:
      return bytePrefix(magnitude);
    case Unit::hours:
      return hourPrefix(magnitude);
    default:
      return {symbolOf(unit), 1};
  }
}

bool takesPrefix(Unit unit) {
  return unit != Unit::none && unit != Unit::integer && unit != Unit::percent;
}

QString symbolOf(Unit unit) {
  switch (unit) {
    case Unit::percent:
      return QStringLiteral("%");
    case Unit::joule:
      return QStringLiteral("J");
    case Unit::second:
      return QStringLiteral("s");
    case Unit::watt:
      return QStringLiteral("W");
    case Unit::hertz:
      return QStringLiteral("Hz");
    case Unit::byte:
      return QStringLiteral("B");
    case Unit::hours:
      return Text::tr("h");
    default:
      return {};
  }
}

QString figure(double value, Unit unit, int digits) {
  if (!std::isfinite(value)) return figure(value, digits);
  if (unit == Unit::integer) return QLocale().toString(static_cast<qlonglong>(std::llround(value)));
  const Prefixed prefix = prefixFor(value, unit);
  const double shown = value / prefix.factor;
  const bool whole =
      (unit == Unit::byte || unit == Unit::count) && prefix.factor == 1 && shown == std::round(shown);
  const QString number = whole ? QLocale().toString(static_cast<qlonglong>(shown)) : figure(shown, digits);
  return prefix.symbol.isEmpty() ? number : number + kNoBreakSpace + prefix.symbol;
}

namespace {

QString durationText(double seconds) {
  if (!std::isfinite(seconds) || seconds < 0) return figure(std::nan(""));
  const auto whole = static_cast<long long>(std::llround(seconds));
  if (whole < 60) return Text::tr("%1 s").arg(whole);
  const long long minutes = (whole + 30) / 60;
  if (minutes < 60) return Text::tr("%1 min").arg(minutes);
  if (minutes % 60 == 0) return Text::tr("%1 h").arg(minutes / 60);
  return Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

}  // namespace

QString duration(double seconds) {
  return durationText(seconds).replace(u' ', kNoBreakSpace);
}

}  // namespace kinglet::widgets

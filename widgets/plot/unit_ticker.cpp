#include "widgets/plot/unit_ticker.h"

#include <algorithm>
#include <cmath>

namespace kinglet::widgets {
namespace {

// Fewer decades than this, and 1-2-5 or linear ticks are needed for a reader to find his place.
constexpr double kFewDecades = 2.6, kLinearDecades = 0.8;

double decades(const QCPRange& range) {
  return range.lower > 0 && range.upper > range.lower ? std::log10(range.upper / range.lower) : 0;
}

}  // namespace

UnitTicker::UnitTicker(Unit unit, bool logarithmic) : unit_(unit), logarithmic_(logarithmic) {
  setTickCount(5);
  setTickStepStrategy(tssReadability);
}

double UnitTicker::getTickStep(const QCPRange& range) {
  range_ = range;
  // Even steps in the prefix that the labels will carry: 50 kB, not 51,200 B.
  const double factor = takesPrefix(unit_)
                            ? prefixFor(std::max(std::abs(range.lower), std::abs(range.upper)), unit_).factor
                            : 1;
  step_ = QCPAxisTicker::getTickStep({range.lower / factor, range.upper / factor}) * factor;
  if (unit_ == Unit::integer) step_ = std::max(1.0, std::round(step_));
  return step_;
}

QVector<double> UnitTicker::createTickVector(double tickStep, const QCPRange& range) {
  const double span = decades(range);
  if (!logarithmic_ || (span > 0 && span < kLinearDecades))
    return QCPAxisTicker::createTickVector(tickStep, range);
  QVector<double> ticks;
  if (unit_ == Unit::byte) {
    // Memory is counted in powers of two.
    const int every = std::max(1, static_cast<int>(std::ceil(span / std::log10(2.0) / 8)));
    const int last = static_cast<int>(std::ceil(std::log2(range.upper))) + every;
    for (int power = std::max(0, static_cast<int>(std::floor(std::log2(range.lower)))); power <= last;
         ++power) {
      if (power % every == 0) ticks << std::exp2(power);
    }
    return ticks;
  }
  const int every = std::max(1, static_cast<int>(std::ceil(span / 7)));
  const int first = static_cast<int>(std::floor(std::log10(range.lower))) - 1;
  const int last = static_cast<int>(std::ceil(std::log10(range.upper))) + 1;
  for (int power = first; power <= last; ++power) {
    if (power % every != 0) continue;
    ticks << std::pow(10.0, power);
    if (span < kFewDecades) ticks << 2 * std::pow(10.0, power) << 5 * std::pow(10.0, power);
  }
  return ticks;
}

QVector<double> UnitTicker::createSubTickVector(int, const QVector<double>& ticks) {
  const double span = decades(range_);
  QVector<double> between;
  // On linear axes they are only noise.
  if (!logarithmic_ || unit_ == Unit::byte || span < kLinearDecades || ticks.isEmpty() || span > 7)
    return between;
  const int first = static_cast<int>(std::floor(std::log10(ticks.first()))) - 1;
  const int last = static_cast<int>(std::ceil(std::log10(ticks.last())));
  for (int power = first; power <= last; ++power) {
    for (int i = 2; i < 10; ++i) between << i * std::pow(10.0, power);
  }
  return between;
}

QString UnitTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
  // What is left of a zero after adding up steps.
  if (!logarithmic_ && std::abs(tick) < step_ * 1e-6) tick = 0;
  if (unit_ == Unit::integer) return locale.toString(static_cast<qlonglong>(std::llround(tick)));
  if (!takesPrefix(unit_)) return locale.toString(tick, 'g', 6);
  if (tick == 0) return QStringLiteral("0");
  // One prefix along a linear axis; each its own along a logarithmic one.
  const bool linear = !logarithmic_ || decades(range_) < kLinearDecades;
  const Prefixed prefix =
      prefixFor(linear ? std::max(std::abs(range_.lower), std::abs(range_.upper)) : tick, unit_);
  const QString number = locale.toString(tick / prefix.factor, 'g', 4);
  return prefix.symbol.isEmpty() ? number : number + QChar(0x00a0) + prefix.symbol;
}

}  // namespace kinglet::widgets

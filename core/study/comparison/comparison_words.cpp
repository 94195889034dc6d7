#include "study/comparison/comparison_words.h"

#include <cmath>

#include "base/format.h"
#include "study/report/report_svg.h"

namespace kinglet::study {
namespace {

std::string bytesText(double bytes) {
  return bytes < 1024 ? shortNumber(bytes, 4) + " B" : shortNumber(bytes / 1024) + " kB";
}

std::string countText(double count) {
  if (count >= 1e9) return shortNumber(count / 1e9) + " G";
  if (count >= 1e6) return shortNumber(count / 1e6) + " M";
  if (count >= 1e3) return shortNumber(count / 1e3) + " k";
  return shortNumber(count);
}

bool isShare(Figure figure) {
  return figure == Figure::accuracy || figure == Figure::balancedAccuracy;
}

std::string withSign(double value, const std::string& size) {
  return (value > 0 ? "+" : "−") + size;
}

}  // namespace

std::string textOf(Figure figure, double value) {
  if (!std::isfinite(value)) return "–";
  switch (figure) {
    case Figure::accuracy:
    case Figure::balancedAccuracy:
      return base::percent(value);
    case Figure::energy:
      return energyNumber(value);
    case Figure::latency:
      return shortNumber(value) + " ms";
    case Figure::power:
      return shortNumber(value) + " mW";
    case Figure::flash:
    case Figure::ram:
      return bytesText(value);
    case Figure::macs:
    case Figure::params:
      return countText(value);
  }
  return "–";
}

std::string textOf(Amount amount, double value) {
  if (!std::isfinite(value)) return "–";
  switch (amount) {
    case Amount::energy:
      return value == 0 ? "0" : energyNumber(value);
    case Amount::macs:
      return countText(value);
    case Amount::flash:
    case Amount::ram:
      return value == 0 ? "0" : bytesText(value);
  }
  return "–";
}

std::string differenceText(Figure figure, double was, double is) {
  const double difference = is - was;
  if (!std::isfinite(difference)) return "–";
  if (difference == 0) return "0";
  if (isShare(figure)) return withSign(difference, base::fixed(100 * std::abs(difference), 1) + " points");
  std::string text = withSign(difference, textOf(figure, std::abs(difference)));
  if (was > 0) text += " (" + withSign(difference, shortNumber(100 * std::abs(difference) / was, 2)) + " %)";
  return text;
}

std::string differenceText(Amount amount, double difference) {
  if (!std::isfinite(difference)) return "–";
  return difference == 0 ? "0" : withSign(difference, textOf(amount, std::abs(difference)));
}

std::string verdictOf(Figure figure, double was, double is) {
  const double difference = is - was;
  if (!std::isfinite(difference) || difference == 0) return {};
  return isBetter(figure, difference) ? "better" : "worse";
}

}  // namespace kinglet::study

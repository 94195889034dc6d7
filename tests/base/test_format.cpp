// Figures as text and back, held against printf and strtod of the "C" locale, with the process in another
// one.
#include "base/format.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cmath>
#include <cstdio>
#include <limits>

#include "base/random.h"

namespace kinglet::base {
namespace {

// What printf writes in the "C" locale.
template <class... Arguments>
std::string printed(const char* format, Arguments... arguments) {
  const std::string before = std::setlocale(LC_NUMERIC, nullptr);
  std::setlocale(LC_NUMERIC, "C");
  char text[1500];
  std::snprintf(text, sizeof text, format, arguments...);
  std::setlocale(LC_NUMERIC, before.c_str());
  return text;
}

TEST(Format, IsWhatPrintfWritesInTheCLocale) {
  Random random(1);
  for (int i = 0; i < 2000; ++i) {
    const double value =
        (random.chance(0.5) ? 1 : -1) * std::pow(10, random.uniform(-320, 308)) * random.uniform();
    EXPECT_EQ(fixed(value, i % 12), printed("%.*f", i % 12, value));
    EXPECT_EQ(general(value, i % 12), printed("%.*g", i % 12, value));
    EXPECT_EQ(scientific(value, i % 12), printed("%.*e", i % 12, value));
    EXPECT_EQ(hexFloat(static_cast<float>(value)),
              printed("%a", static_cast<double>(static_cast<float>(value))));
    EXPECT_EQ(number(shortest(value)), value);
  }
  EXPECT_EQ(general(0.0), "0");
  EXPECT_EQ(fixed(std::numeric_limits<double>::max(), 3),
            printed("%.3f", std::numeric_limits<double>::max()));
  EXPECT_EQ(percent(0.8125), "81.3 %");
  EXPECT_EQ(percent(0.9125), "91.3 %");
  EXPECT_EQ(percent(0.9124), "91.2 %");
  EXPECT_EQ(hex64(255), "00000000000000ff");
  EXPECT_EQ(padded(7, 2), "07");
  EXPECT_EQ(padded(123, 2), "123");
  EXPECT_EQ(significantFixed(0.012345, 3), "0.0123");
  EXPECT_EQ(significantFixed(789.4, 3), "789");
  EXPECT_EQ(significantFixed(0, 3), "0");
}

TEST(Format, TakesZerosOffTheEndOfDecimalsOnly) {
  EXPECT_EQ(withoutZeros("1.500"), "1.5");
  EXPECT_EQ(withoutZeros("20.0"), "20");
  EXPECT_EQ(withoutZeros("20"), "20");
  EXPECT_EQ(withoutZeros("1.0e+20"), "1.0e+20");
}

TEST(Format, TakesAFigureOffTheBeginningOfAText) {
  std::string_view text = "  +2.5 kJ";
  EXPECT_EQ(leadingNumber(text), 2.5);
  EXPECT_EQ(text, " kJ");
  text = "1,5";
  EXPECT_EQ(leadingNumber(text), 1);
  EXPECT_EQ(text, ",5");
  for (const char* none : {"", " ", "kJ 2.5", "+-1", "inf", "nan"}) {
    text = none;
    EXPECT_FALSE(leadingNumber(text)) << none;
    EXPECT_EQ(text, none);
  }
}

TEST(Format, ReadsOnlyWholeFiniteFigures) {
  EXPECT_EQ(number("1234.5"), 1234.5);
  EXPECT_EQ(number("+1e-3"), 1e-3);
  EXPECT_EQ(number("-.5"), -0.5);
  for (const char* none : {"", " 1", "1 ", "1,5", "1.5x", "0x10", "nan", "inf", "+-1", "1e999", "--1"})
    EXPECT_FALSE(number(none)) << none;
  EXPECT_EQ(integer("-42"), -42);
  for (const char* none : {"", "4.0", "1e3", "99999999999999999999"}) EXPECT_FALSE(integer(none)) << none;
}

}  // namespace
}  // namespace kinglet::base

// Linked into every test executable: it runs in the locale of its environment, as a Qt program does. With
// LC_ALL=de_DE.UTF-8 printf and strtod then write and read commas, and what leans on them shows. Logs go
// into a folder of its own.
#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <string_view>

#include "support/scratch.h"

namespace {

class EnvironmentsLocale : public testing::Environment {
 public:
  void SetUp() override {
    std::setlocale(LC_ALL, "");
    ::setenv("XDG_STATE_HOME", (kinglet::test::scratch() / "state").c_str(), 1);
  }
};

const auto* const kRegistered = testing::AddGlobalTestEnvironment(new EnvironmentsLocale);

TEST(Locale, IsTheEnvironments) {
  const char* wanted = std::getenv("LC_ALL");
  if (!wanted || !std::string_view(wanted).starts_with("de_DE")) GTEST_SKIP() << "LC_ALL is not de_DE.UTF-8";
  EXPECT_STREQ(std::localeconv()->decimal_point, ",") << wanted << " is not installed";
}

}  // namespace

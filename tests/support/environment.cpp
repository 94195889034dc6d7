// Linked into every test executable: it runs in the locale of its environment, as a Qt program does (with
// LC_ALL=de_DE.UTF-8 printf and strtod then write and read commas, and what leans on them shows), and keeps
// nothing in the user's own folders.
#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>
#include <string_view>

#include "support/scratch.h"

namespace {

class CleanEnvironment : public testing::Environment {
 public:
  void SetUp() override {
    std::setlocale(LC_ALL, "");
    ::setenv("XDG_DATA_HOME", (kinglet::test::scratch() / "home").c_str(), 1);
    ::setenv("XDG_STATE_HOME", (kinglet::test::scratch() / "state").c_str(), 1);
  }
};

const auto* const kRegistered = testing::AddGlobalTestEnvironment(new CleanEnvironment);

TEST(Locale, IsTheEnvironments) {
  const char* wanted = std::getenv("LC_ALL");
  if (!wanted || !std::string_view(wanted).starts_with("de_DE")) GTEST_SKIP() << "LC_ALL is not de_DE.UTF-8";
  EXPECT_STREQ(std::localeconv()->decimal_point, ",") << wanted << " is not installed";
}

}  // namespace

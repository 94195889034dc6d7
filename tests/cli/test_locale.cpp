// The command line in a process that has taken over a desktop's locale with decimal commas.
#include <gtest/gtest.h>

#include <clocale>
#include <string>

#include "app/cli/cli.h"

namespace kinglet::cli {
namespace {

TEST(CommandLineLocale, OptionsKeepTheirDecimalPoint) {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  if (!std::setlocale(LC_ALL, "de_DE.UTF-8")) GTEST_SKIP() << "the locale de_DE.UTF-8 is not installed";
  char program[] = "kinglet", command[] = "features", sound[] = "/nowhere/none.wav", out[] = "--out",
       file[] = "none.npy", hop[] = "--hop-ms", figure[] = "12.5";
  char* arguments[] = {program, command, sound, out, file, hop, figure};
  // 2 would mean that 12.5 was not understood; 1, that the sound was looked for.
  const int code = run(7, arguments);
  std::setlocale(LC_ALL, before.c_str());
  EXPECT_EQ(code, 1);
}

}  // namespace
}  // namespace kinglet::cli

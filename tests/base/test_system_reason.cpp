#include "base/system_reason.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <new>
#include <stdexcept>

#include "base/message_of.h"

namespace kinglet::base {
namespace {

// Under LC_ALL=de_DE.UTF-8 strerror would answer in German.
TEST(SystemReason, IsEnglishInEveryLocale) {
  EXPECT_EQ(systemReason(ENOENT).english(), "there is no such file or folder");
  EXPECT_EQ(systemReason(EPIPE).english(), "Broken pipe");
  EXPECT_EQ(systemReason(123456).english(), "error 123456 of the system");
  EXPECT_EQ(systemReason(std::make_error_code(std::errc::no_space_on_device)), systemReason(ENOSPC));
}

TEST(MessageOf, KeepsThePatternOfAnError) {
  EXPECT_EQ(messageOf(Error("cannot read %1", "x")), Message("cannot read %1", "x"));
  EXPECT_EQ(messageOf(std::runtime_error("100 %1")).english(), "100 %1");
  EXPECT_NE(messageOf(std::bad_alloc()).english().find("memory"), std::string::npos);
}

}  // namespace
}  // namespace kinglet::base

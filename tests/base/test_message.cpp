// Sentences of the engine as a pattern and what fills it.
#include "base/message_length.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace kinglet::base {
namespace {

TEST(Message, FillsItsPlacesOnceAndInAnyOrder) {
  EXPECT_EQ(Message("%2 before %1", "b", std::string("a")).english(), "a before b");
  EXPECT_EQ(Message("%1 and %1", 7).english(), "7 and 7");
  EXPECT_EQ(Message("%1", "%2 stays").english(), "%2 stays");     // what fills a place is not looked at again
  EXPECT_EQ(Message("12 % of %3", "a").english(), "12 % of %3");  // no third word: left as it is
  EXPECT_EQ(Message("%1: %2", "f.csv", Message("line %1", 3)).english(), "f.csv: line 3");
}

TEST(Message, ItsLengthIsKnownBeforeItIsWritten) {
  Message swelling("0123456789");
  for (int i = 0; i < 20; ++i) swelling = Message("%1%1%1%1%1%1%1%1%1%1", swelling);
  EXPECT_GE(lengthOf(swelling), 1e21);
  const Message message("%1 and %1", "some words");
  EXPECT_GE(lengthOf(message), double(message.english().size()));
  EXPECT_LE(lengthOf(message), double(message.english().size()) + 2);
}

TEST(Message, AnErrorKeepsItsMessage) {
  const Error error("cannot read %1: %2", std::filesystem::path("/a b"), Message("it is a folder"));
  EXPECT_STREQ(error.what(), "cannot read /a b: it is a folder");
  EXPECT_EQ(error.message().pattern(), "cannot read %1: %2");
  EXPECT_EQ(error.message().arguments().size(), 2u);
}

TEST(Message, AFigureIsMarkedAsOne) {
  const Message message("%1 of %2", figure("2.5"), "1.0.3");
  EXPECT_EQ(message.arguments()[0].kind, Message::Argument::Kind::figure);
  EXPECT_EQ(message.arguments()[1].kind, Message::Argument::Kind::text);
  EXPECT_EQ(message, Message::stored(message.pattern(), message.arguments()));
}

}  // namespace
}  // namespace kinglet::base

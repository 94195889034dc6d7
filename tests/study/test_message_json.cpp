#include "study/message_json.h"

#include <gtest/gtest.h>

namespace kinglet::study {
namespace {

TEST(MessageJson, ComesBackAsItWas) {
  const base::Message message("the last %1 trials failed: %2", 5,
                              base::Message("error %1 in \"%2\"", base::figure("12.5 %"), "{ü}"));
  EXPECT_EQ(messageFromJson(messageToJson(message)), message);
  EXPECT_EQ(messageToJson({}), "");
  EXPECT_TRUE(messageFromJson("").empty());
}

TEST(MessageJson, SentencesOfOlderStudiesStayAsTheyAre) {
  for (const char* old : {"no better than 40.0 % error for 5 epochs", "{", "{\"text\": 3}",
                          "{\"text\": \"a %1\"}", "{\"text\": \"a %1\", \"args\": [3]}", "50 %1 {}"})
    EXPECT_EQ(messageFromJson(old).english(), old);
}

TEST(MessageJson, MessagesWithinMessagesHaveAnEnd) {
  std::string deep = "\"x\"";
  for (int i = 0; i < 1000; ++i) deep = R"({"text": "%1", "args": [)" + deep + "]}";
  EXPECT_EQ(messageFromJson(deep).english(), deep);
}

TEST(MessageJson, MessagesThatSwellAreLeftAsTheyAre) {
  std::string swelling = R"({"text": "x", "args": []})", pattern;
  for (int i = 0; i < 100; ++i) pattern += "%1";
  for (int i = 0; i < 6; ++i) swelling = R"({"text": ")" + pattern + R"(", "args": [)" + swelling + "]}";
  EXPECT_EQ(messageFromJson(swelling).english(), swelling);
}

TEST(MessageJson, SentencesOfAnyLengthComeBackAsWritten) {
  for (const std::string& one : {std::string("["), std::string("é"), std::string("\xff")}) {
    std::string text;
    while (text.size() < 400'000) text += one;
    const std::string written = messageToJson(messageFromJson(text));
    EXPECT_LT(written.size(), 100'000u);
    EXPECT_EQ(messageToJson(messageFromJson(written)), written);
  }
}

}  // namespace
}  // namespace kinglet::study

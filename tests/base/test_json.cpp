#include <gtest/gtest.h>

#include "base/json.h"

namespace kinglet::base {
namespace {

const Message kWhat("the settings");

std::string errorOf(const std::string& text, const JsonLimits& limits = {}) {
  try {
    parsedJson(text, kWhat, limits);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Json, NestingEndsInAnError) {
  for (const char* open : {"[", "{\"a\":", "[{\"a\":", "[1,[2,", "[\"]\",{\"}\":"})
    for (const int depth : {101, 100'000, 1'000'000})
      EXPECT_NE(errorOf(repeated(open, depth)).find("nested"), std::string::npos) << open << depth;
  EXPECT_NE(errorOf(repeated("[", 100'000) + repeated("]", 100'000)).find("nested"), std::string::npos);
  EXPECT_EQ(errorOf(repeated("[", 100) + repeated("]", 100)), "");
  // Brackets in strings are no nesting.
  EXPECT_EQ(errorOf("[\"" + repeated("[{\\\"", 1000) + "\"]"), "");
}

TEST(Json, SizeAndNumberOfValuesAreBounded) {
  JsonLimits limits;
  limits.bytes = 1 << 20;
  EXPECT_NE(errorOf("\"" + std::string(2 << 20, 'a') + "\"", limits).find("larger than 1 MB"),
            std::string::npos);
  limits = {};
  limits.values = 1000;
  EXPECT_NE(errorOf("[" + repeated("0,", 2000) + "0]", limits).find("more than 1000 values"),
            std::string::npos);
  EXPECT_EQ(errorOf("[" + repeated("0,", 500) + "0]", limits), "");
}

TEST(Json, KeysOfAnObjectAreBounded) {
  const auto object = [](int keys) {
    std::string text = "{\"a\":[{\"b\":1}]";
    for (int i = 1; i < keys; ++i) text += ",\"" + std::to_string(i) + "\":[]";
    return text + "}";
  };
  EXPECT_EQ(errorOf(object(2000)), "");
  EXPECT_NE(errorOf(object(2001)).find("more than 2000 keys"), std::string::npos);
  // Of all objects together there may be more.
  EXPECT_EQ(errorOf("[" + object(1500) + "," + object(1500) + "]"), "");
}

TEST(Json, FiguresAreTakenWholeOrNotAtAll) {
  const auto read = [](const char* text) { return as<int>(nlohmann::json::parse(text)); };
  EXPECT_EQ(read("2147483647"), 2147483647);
  EXPECT_EQ(read("-3"), -3);
  EXPECT_EQ(read("15.0"), 15);
  for (const char* wrong :
       {"2147483648", "4294967297", "-2147483649", "18446744073709551615", "1e300", "-1e300"})
    EXPECT_THROW(read(wrong), nlohmann::json::out_of_range) << wrong;
  EXPECT_THROW(read("\"3\""), nlohmann::json::type_error);
  EXPECT_EQ(as<std::uint64_t>(nlohmann::json::parse("18446744073709551615")), 18446744073709551615u);
  EXPECT_THROW(as<std::uint64_t>(nlohmann::json::parse("-1")), nlohmann::json::out_of_range);
  using Lists = std::vector<std::vector<int>>;
  EXPECT_EQ(as<Lists>(nlohmann::json::parse("[[1], [2, 3]]")), (Lists{{1}, {2, 3}}));
  EXPECT_THROW(as<Lists>(nlohmann::json::parse("[[1], [4294967297]]")), nlohmann::json::out_of_range);
  EXPECT_THROW(as<Lists>(nlohmann::json::parse("[1]")), nlohmann::json::type_error);
}

TEST(Json, WhatIsNoneIsToldByPlace) {
  EXPECT_NE(errorOf("{\"a\":}").find("at byte 6"), std::string::npos);
  EXPECT_NE(errorOf("").find("not JSON"), std::string::npos);
  EXPECT_FALSE(jsonOrNothing("{", kWhat));
  EXPECT_THROW(jsonOrNothing(repeated("[", 1000), kWhat), Error);
}

TEST(Json, ANumberBeyondADoubleIsToldToo) {
  EXPECT_NE(errorOf("{\"a\": 1e400}").find("a number that is too large"), std::string::npos);
  EXPECT_FALSE(jsonOrNothing("[-1e400]", kWhat));
}

TEST(Json, OfAKeyThereTwiceOneIsTaken) {
  EXPECT_EQ(parsedJson(R"({"a": 1, "b": 2, "a": 3})", kWhat).at("b"), 2);
}

TEST(Json, WritingNeverThrowsAndObeysNoTerminal) {
  const nlohmann::ordered_json json = {
      {"L\xE4"
       "rm",
       "Gr\xFC\xDF"
       "e \x1b[2J \xE2\x80\xAE \xC2\x9B \x7f Übung"}};
  const std::string text = jsonText(json);
  EXPECT_NE(text.find("Übung"), std::string::npos);
  for (const char* bad : {"\x1b", "\xE2\x80\xAE", "\xC2\x9B", "\x7f", "\xE4"})
    EXPECT_EQ(text.find(bad), std::string::npos);
  // What was escaped is read back as it was.
  EXPECT_EQ(parsedJson(jsonText(nlohmann::json("a\xE2\x80\xAE"
                                               "b\xF3\xA0\x81\x81")),
                       kWhat),
            "a\xE2\x80\xAE"
            "b\xF3\xA0\x81\x81");
}

}  // namespace
}  // namespace kinglet::base

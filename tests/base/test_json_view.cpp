// Views answer as trees do, and refuse what trees refuse.
#include "base/json_view.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"

namespace kinglet::base {
namespace {

JsonParser& parser() {
  static JsonParser one(JsonLimits{1000, 1000, 20});
  return one;
}

JsonView viewOf(const std::string& text) {
  return parser().parse(text, Message("a text"));
}

std::string refusalOf(const std::string& text) {
  try {
    viewOf(text);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(JsonView, AnswersAsATreeDoes) {
  const std::string text =
      R"({"whole": -7, "natural": 18446744073709551615, "real": 0.1, "none": null, "yes": true, "no": false,
          "text": "K\u00e4fer \"8\" \ud83d\udc26", "list": [1, 2.5, -3], "object": {"a": {"b": []}}})";
  const auto tree = parsedJson<>(text, Message("a text"));
  const JsonView view = viewOf(text);
  ASSERT_TRUE(view.is_object());
  for (const auto& [key, value] : tree.items()) {
    SCOPED_TRACE(key);
    const JsonView seen = view.at(key);
    EXPECT_EQ(seen.is_null(), value.is_null());
    EXPECT_EQ(seen.is_boolean(), value.is_boolean());
    EXPECT_EQ(seen.is_string(), value.is_string());
    EXPECT_EQ(seen.is_array(), value.is_array());
    EXPECT_EQ(seen.is_object(), value.is_object());
    EXPECT_EQ(seen.is_number(), value.is_number());
    EXPECT_EQ(seen.is_number_unsigned(), value.is_number_unsigned());
    EXPECT_EQ(seen.is_number_integer(), value.is_number_integer());
    EXPECT_EQ(seen.is_number_float(), value.is_number_float());
    if (value.is_number()) {
      EXPECT_EQ(seen.get<double>(), value.get<double>());
      EXPECT_EQ(holds<int>(seen), holds<int>(value));
      EXPECT_EQ(holds<std::uint64_t>(seen), holds<std::uint64_t>(value));
    }
  }
  EXPECT_EQ(view.at("text").get<std::string>(), tree["text"].get<std::string>());
  EXPECT_EQ(view.at("whole").get<int>(), -7);
  EXPECT_EQ(view.at("real").get<int>(), 0);
  EXPECT_EQ(view.at("natural").get<std::uint64_t>(), 18446744073709551615U);
  EXPECT_TRUE(view.at("yes").get<bool>());
  EXPECT_EQ(as<std::vector<double>>(view.at("list")), (std::vector<double>{1, 2.5, -3}));
  EXPECT_EQ(view.at("list").at(1).get<double>(), 2.5);
  EXPECT_EQ(view.at("list").elements().size(), 3u);
  EXPECT_TRUE(view.at("object").at("a").at("b").elements().empty());
  EXPECT_FALSE(view.member("absent"));
  EXPECT_FALSE(view.at("list").member("0"));
}

TEST(JsonView, WhatDoesNotFitThrowsAsATreeDoes) {
  const JsonView view = viewOf(R"({"big": 3000000000, "text": "7", "list": [1]})");
  EXPECT_THROW(as<int>(view.at("big")), JsonView::out_of_range);
  EXPECT_THROW(as<int>(view.at("text")), JsonView::type_error);
  EXPECT_THROW(as<std::vector<int>>(view.at("text")), JsonView::type_error);
  EXPECT_THROW(view.at("big").elements(), JsonView::type_error);
  EXPECT_THROW(view.at("big").at("a"), JsonView::type_error);
  EXPECT_THROW(view.at("big").at(std::size_t{0}), JsonView::type_error);
  EXPECT_THROW(view.at("absent"), JsonView::out_of_range);
  EXPECT_THROW(view.at("list").at(1), JsonView::out_of_range);
  EXPECT_THROW(view.at("list").get<double>(), JsonView::type_error);
}

TEST(JsonView, RefusesWhatIsNoJsonOrBeyondTheLimits) {
  for (const char* bad : {"", "{", "[1,]", "{\"a\" 1}", "nul", "'a'", "[1] 2", "\"\xff\"", "[NaN]"})
    EXPECT_EQ(refusalOf(bad), "cannot read a text: it is not JSON") << bad;
  for (const char* bad : {"[1e999]", "[01]", "[1.]", "[18446744073709551616]"})
    EXPECT_EQ(refusalOf(bad), "cannot read a text: it holds a number that cannot be read") << bad;
  EXPECT_EQ(refusalOf(std::string(100, '[') + std::string(100, ']')),
            "cannot read a text: its lists are nested more than 20 deep");
  EXPECT_EQ(refusalOf("[" + std::string(1001, ' ') + "]"), "cannot read a text: it is larger than 0 MB");
  EXPECT_TRUE(refusalOf(std::string(15, '[') + std::string(15, ']')).empty());
  EXPECT_TRUE(refusalOf("{\"a\": 1, \"a\": 2}").empty());
  // The next one is read as if nothing had been.
  EXPECT_EQ(viewOf("[4]").at(std::size_t{0}).get<int>(), 4);
}

}  // namespace
}  // namespace kinglet::base

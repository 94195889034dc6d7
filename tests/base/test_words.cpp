#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "base/words.h"

namespace kinglet::base {
namespace {

const std::vector<std::string>& hostileTexts() {
  static const std::vector<std::string> all = {
      "x */ __attribute__((constructor)) void f(void) { system(\"id\"); } /*",
      "x *\\\n/ int y; /*",
      "*/",
      "/*/",
      "**//**/",
      "*\r/",
      "*\xE2\x80\xA8/",
      "*\x01/",
      "?\?/",
      "?\?)?\?(",
      "a\\",
      "a\"; system(\"id\"); \"",
      "a\n#include \"/etc/passwd\"\n",
      "\xE2\x80\xA8int x;",
      "\xFF\xFE\xC0\xAF",
      "\x1b]0;owned\x07\x1b[2J",
      "\xC2\x9B"
      "2J",
      "\xE2\x80\xAE txt.exe",
      std::string("a\0b", 3),
      "'; import os; '",
      "\"\"\"",
      "<script>alert(1)</script>",
      "<img src=x onerror='f()'>",
      "&lt;",
      "`id`",
      "$(id)",
      "[a](javascript:f())",
      "|",
      "=HYPERLINK(\"http://x\")",
  };
  return all;
}

bool isAsciiOnly(const std::string& text) {
  for (const unsigned char c : text)
    if (c < 0x20 || c > 0x7E) return false;
  return true;
}

TEST(Words, CommentsDoNotEndAndDoNotGoOn) {
  for (const std::string& text : hostileTexts()) {
    const std::string comment = "/* " + cComment(text) + " */", tight = "/*" + cComment(text) + "*/";
    for (const std::string& whole : {comment, tight}) {
      EXPECT_EQ(whole.find("*/"), whole.size() - 2) << whole;
      EXPECT_EQ(whole.find("/*", 1), std::string::npos) << whole;
      EXPECT_EQ(whole.find_first_of("\n\r\\"), std::string::npos) << whole;
      EXPECT_EQ(whole.find("??"), std::string::npos) << whole;
    }
  }
  EXPECT_EQ(cComment("block 1/conv"), "block 1/conv");
}

// What a C compiler makes of a literal that holds plain characters and octal escapes only.
std::string compiled(const std::string& literal) {
  std::string text;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    if (literal[i] != '\\') {
      text += literal[i];
      continue;
    }
    text += static_cast<char>(std::stoi(literal.substr(i + 1, 3), nullptr, 8));
    i += 3;
  }
  return text;
}

TEST(Words, StringsOfCHoldWhatTheyShould) {
  for (const std::string& text : hostileTexts()) {
    const std::string literal = cString(text);
    EXPECT_TRUE(isAsciiOnly(literal));
    const std::string inside = literal.substr(1, literal.size() - 2);
    EXPECT_EQ(inside.find('"'), std::string::npos) << literal;
    EXPECT_EQ(literal.find('?'), std::string::npos) << literal;
    EXPECT_EQ(compiled(literal), terminalLines(text));
  }
  EXPECT_EQ(compiled(cString("Türklingel 1\n2")), "Türklingel 1\n2");
  EXPECT_EQ(cString("dog"), "\"dog\"");
  EXPECT_EQ(cString("\x01"
                    "7"),
            "\"\\357\\277\\2757\"");  // a digit behind an escape stays a digit
}

TEST(Words, StringsOfPythonStayStrings) {
  for (const std::string& text : hostileTexts()) {
    const std::string literal = pythonString(text);
    EXPECT_TRUE(isAsciiOnly(literal));
    EXPECT_EQ(literal.find('"', 1), literal.size() - 1) << literal;
  }
  EXPECT_EQ(pythonString("a\\\"é"), "\"a\\U0000005c\\U00000022\\U000000e9\"");
}

TEST(Words, MarkupStaysText) {
  for (const std::string& text : hostileTexts()) {
    const std::string markup = markupText(text);
    EXPECT_EQ(markup.find_first_of("<>\"'`"), std::string::npos) << markup;
  }
  EXPECT_EQ(markupText("a < b & \"c\" 'd'"), "a &lt; b &amp; &quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(markupText("Türklingel"), "Türklingel");
}

TEST(Words, MarkdownStaysText) {
  for (const std::string& text : hostileTexts()) {
    const std::string markdown = markdownText(text);
    EXPECT_EQ(markdown.find('<'), std::string::npos) << markdown;
    EXPECT_EQ(markdown.find('\n'), std::string::npos) << markdown;
    for (std::size_t i = 0; i < markdown.size(); ++i)
      if (markdown[i] == '|' || markdown[i] == '[' || markdown[i] == '`') {
        EXPECT_EQ(i > 0 ? markdown[i - 1] : ' ', '\\');
      }
  }
  EXPECT_EQ(markdownText("# dog"), "\\# dog");
  EXPECT_EQ(markdownText("mobilenet_v1:0.25 (a study)"), "mobilenet_v1:0.25 (a study)");
  EXPECT_EQ(markdownText("_a_ *b*"), "\\_a\\_ \\*b\\*");
}

TEST(Words, SpreadsheetsRunNothing) {
  for (const char* formula : {"=HYPERLINK(\"http://x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1",
                              " =1", "\"=1\"", "'=1",
                              "\xEF\xBC\x9D"
                              "1",
                              "-1e5x", "=", "-", "\r=1"}) {
    const std::string cell = csvCell(formula);
    const std::string first = cell.starts_with("\"") ? cell.substr(1) : cell;
    EXPECT_TRUE(first.starts_with("'") || first.starts_with("\xEF\xBF\xBD")) << cell;
  }
  EXPECT_EQ(csvCell("a;=1"), "\"a;'=1\"");
  EXPECT_EQ(csvCell("a\n=1"), "\"a\n'=1\"");
  for (const char* figure : {"-5", "+5", "-1.5e-3", "0", "12.5", "-0"}) EXPECT_EQ(csvCell(figure), figure);
  EXPECT_EQ(csvCell("dog, big"), "\"dog, big\"");
  EXPECT_EQ(csvCell("5\" speaker"), "\"5\"\" speaker\"");
  EXPECT_EQ(csvCell("mobilenet_v1:0.25"), "mobilenet_v1:0.25");
  EXPECT_EQ(csvCell(""), "");
}

TEST(Words, TerminalsObeyNothing) {
  for (const std::string& text : hostileTexts()) {
    for (std::string_view rest = text; const std::string& shown : {terminalText(rest), terminalLines(rest)}) {
      for (std::string_view left = shown; !left.empty();) {
        const Utf8 next = nextCharacter(left);
        EXPECT_TRUE(next.valid);
        EXPECT_TRUE(next.code == '\n' || next.code == '\t' || !isUnseen(next.code));
        left.remove_prefix(next.bytes);
      }
    }
    EXPECT_EQ(terminalText(text).find('\n'), std::string::npos);
  }
  EXPECT_EQ(terminalText("Gr\xFC\xDF"
                         "e"),
            "Gr\xEF\xBF\xBD\xEF\xBF\xBD"
            "e");
  EXPECT_EQ(terminalText("Grüße 猫 👩‍🚀"), "Grüße 猫 👩‍🚀");
}

}  // namespace
}  // namespace kinglet::base

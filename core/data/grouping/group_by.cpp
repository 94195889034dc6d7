#include "data/grouping/group_by.h"

#include <re2/re2.h>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::data {
namespace {

constexpr std::size_t kLongestPattern = 1000;
constexpr const char* kColumn = "column:";

}  // namespace

GroupBy GroupBy::parse(const std::string& text) {
  const std::string given = base::trimmed(text);
  if (given.empty() || given == "auto") return {};
  if (given == "none") return {Kind::none, {}};
  if (given == "column") return {Kind::column, {}};
  if (given == "folder") return {Kind::folder, {}};
  if (given == "prefix") return {Kind::prefix, {}};
  if (given.starts_with(kColumn)) {
    const std::string name = base::trimmed(given.substr(std::char_traits<char>::length(kColumn)));
    if (name.empty()) throw base::Error("the name of a column is missing behind \"%1\"", kColumn);
    return {Kind::column, name};
  }
  if (given.size() > kLongestPattern)
    throw base::Error("a regular expression of %1 characters is too long to group clips by", given.size());
  const re2::RE2 pattern(given, re2::RE2::Quiet);
  if (!pattern.ok())
    throw base::Error(
        "clips cannot be grouped by \"%1\": it is none of none, column, column:NAME, folder and prefix, and "
        "no "
        "regular expression (%2)",
        base::shownText(given), pattern.error());
  return {Kind::pattern, given};
}

std::string GroupBy::text() const {
  switch (kind) {
    case Kind::automatic:
      return {};
    case Kind::none:
      return "none";
    case Kind::column:
      return name.empty() ? "column" : kColumn + name;
    case Kind::folder:
      return "folder";
    case Kind::prefix:
      return "prefix";
    case Kind::pattern:
      return name;
  }
  return {};
}

}  // namespace kinglet::data

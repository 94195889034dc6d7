#include "data/layout/read_as.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::data {

ReadAs ReadAs::parse(const std::string& text) {
  constexpr std::array kRoles{"path", "label", "fold", "start", "end", "duration", "source"};
  ReadAs result;
  for (const std::string& part : base::splitList(text, ',')) {
    const auto equals = part.find('=');
    const std::string name = base::lowerCase(base::trimmed(part.substr(0, equals)));
    const std::string value = equals == std::string::npos ? "" : base::trimmed(part.substr(equals + 1));
    if (name == "classes" && (value == "outer" || value == "inner"))
      result.classes = value == "outer" ? Classes::outer : Classes::inner;
    else if (name == "table" && value == "none")
      result.withoutTable = true;
    else if (name == "links" && value == "follow")
      result.followsLinks = true;
    else if (!value.empty() && std::find(kRoles.begin(), kRoles.end(), name) != kRoles.end())
      result.columns[name] = value;
    else
      throw base::Error(
          "\"%1\" does not say how to read a data set; say path=COLUMN, label=COLUMN, fold=COLUMN, "
          "start=COLUMN, end=COLUMN, duration=COLUMN or source=COLUMN (none for no column), classes=outer, "
          "classes=inner, table=none or links=follow, joined by commas",
          part);
  }
  return result;
}

std::string ReadAs::text() const {
  std::string all;
  const auto add = [&](const std::string& part) { all += (all.empty() ? "" : ",") + part; };
  for (const auto& [role, name] : columns) add(role + "=" + name);
  if (classes != Classes::automatic) add(classes == Classes::outer ? "classes=outer" : "classes=inner");
  if (withoutTable) add("table=none");
  if (followsLinks) add("links=follow");
  return all;
}

}  // namespace kinglet::data

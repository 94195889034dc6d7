#include "app/cli/json_line.h"

#include "base/error.h"
#include "base/json.h"

namespace kinglet::cli {
namespace {

using Json = nlohmann::json;

// Words that stand outside of texts.
std::string withoutNonNumbers(const std::string& line) {
  std::string result;
  bool inText = false;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == '"') inText = !inText;
    if (inText && line[i] == '\\') {
      result.append(line, i, 2);
      i += 2;
      continue;
    }
    bool replaced = false;
    for (const char* word : {"NaN", "-Infinity", "Infinity"}) {
      if (inText || line.compare(i, std::string(word).size(), word) != 0) continue;
      result += "null";
      i += std::string(word).size();
      replaced = true;
      break;
    }
    if (!replaced) result += line[i++];
  }
  return result;
}

}  // namespace

Json parsedLine(const std::string& line) {
  const base::Message what("this line");
  auto parsed = base::jsonOrNothing<Json>(line, what);
  if (!parsed) parsed = base::jsonOrNothing<Json>(withoutNonNumbers(line), what);
  if (!parsed) throw base::Error("this is not a line of JSON: %1", printable(line));
  return std::move(*parsed);
}

std::string printable(const std::string& text) {
  std::string shown = base::jsonText(Json(text.substr(0, 120)));
  return text.size() > 120 ? shown + " ..." : shown;
}

}  // namespace kinglet::cli

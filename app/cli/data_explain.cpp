#include "app/cli/data_explain.h"

#include "base/json.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

namespace kinglet::cli {
namespace {

using Json = nlohmann::ordered_json;
using data::Rule;

std::string ruleText(const Rule& rule, std::uint32_t line) {
  const std::string at = line > 0 ? ", line " + std::to_string(line) : std::string();
  switch (rule.kind) {
    case Rule::Kind::column:
      return rule.place + at + ", column " + rule.column;
    case Rule::Kind::table:
      return "table " + rule.place;
    case Rule::Kind::folder:
      return "folder " + rule.place;
    case Rule::Kind::list:
      return rule.place + at;
    case Rule::Kind::unlisted:
      return "not in " + rule.place;
    case Rule::Kind::fileName:
      return "file name";
    case Rule::Kind::recording:
      return "assigned by recording";
    case Rule::Kind::builtin:
      return "built-in sounds";
  }
  return "";
}

Json ruleJson(const Rule& rule, std::uint32_t line) {
  Json json{{"rule", data::toText(rule.kind)}};
  if (!rule.place.empty()) json["place"] = rule.place;
  if (rule.kind == Rule::Kind::column) json["column"] = rule.column;
  if (line > 0 && (rule.kind == Rule::Kind::column || rule.kind == Rule::Kind::list)) json["line"] = line;
  return json;
}

const std::string& foldOf(const data::Dataset& dataset, const data::Clip& clip) {
  return dataset.foldNames.at(static_cast<std::size_t>(clip.fold));
}

}  // namespace

void explainText(const data::Dataset& dataset, std::ostream& out) {
  out << "clip\tlabel\tlabel from\tfold\tfold from\trecording\n";
  for (const data::Clip& clip : dataset.clips) {
    out << clip.name << '\t';
    for (std::size_t i = 0; i < clip.labels.size(); ++i)
      out << (i == 0 ? "" : "; ") << dataset.classes.at(static_cast<std::size_t>(clip.labels[i]));
    out << '\t' << ruleText(dataset.labelRuleOf(clip), clip.line) << '\t' << foldOf(dataset, clip) << '\t'
        << ruleText(dataset.foldRuleOf(clip), clip.line) << '\t' << clip.source << '\n';
  }
  for (const data::DataProblem& problem : dataset.problems)
    out << "# left out: " << problem.where << ": " << problem.what.english() << '\n';
  for (const base::Message& note : dataset.notes) out << "# note: " << note.english() << '\n';
}

void explainJson(const data::Dataset& dataset, std::ostream& out) {
  for (const data::Clip& clip : dataset.clips) {
    Json labels = Json::array();
    for (const int label : clip.labels) labels.push_back(dataset.classes.at(static_cast<std::size_t>(label)));
    Json json{{"clip", clip.name}};
    if (!clip.path.empty()) json["file"] = clip.path.string();
    if (clip.startS > 0 || clip.endS > 0) {
      json["start_s"] = clip.startS;
      json["end_s"] = clip.startS + clip.seconds;
    }
    json["labels"] = std::move(labels);
    json["label_rule"] = ruleJson(dataset.labelRuleOf(clip), clip.line);
    json["fold"] = foldOf(dataset, clip);
    json["fold_rule"] = ruleJson(dataset.foldRuleOf(clip), clip.line);
    json["recording"] = clip.source;
    out << base::jsonText(json) << '\n';
  }
  for (const data::DataProblem& problem : dataset.problems)
    out << base::jsonText(Json{{"left_out", {{"where", problem.where}, {"what", problem.what.english()}}}})
        << '\n';
  for (const base::Message& note : dataset.notes)
    out << base::jsonText(Json{{"note", note.english()}}) << '\n';
}

}  // namespace kinglet::cli

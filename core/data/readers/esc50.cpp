// ESC-50 and ESC-10 (Piczak 2015): meta/esc50.csv with filename,fold,target,category,...,src_file and audio/.
#include <algorithm>
#include <map>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/grouping/recording_names.h"
#include "data/layout/leftovers.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

constexpr const char* kTable = "meta/esc50.csv";

Dataset read(const Place& place, const OpenOptions& options) {
  const fs::path& root = place.path();
  base::CsvReader csv(root / kTable, base::sniffTable(root / kTable));
  csv.readHeader();
  const std::size_t filename = csv.column("filename"), fold = csv.column("fold"),
                    target = csv.column("target"), category = csv.column("category");
  const auto sourceFile = csv.findColumn("src_file");
  const auto group = groupColumn(options.groupBy, csv, sourceFile);
  const fs::path audio = root / "audio";
  if (std::error_code error; !fs::is_directory(audio, error))
    throw base::Error("%1 has meta/esc50.csv but no folder audio/ with the sounds", root);

  DatasetBuilder builder("esc50", root, options);
  const int labelRule = builder.rule({Rule::Kind::column, kTable, "category"});
  const int foldRule = builder.rule({Rule::Kind::column, kTable, "fold"});
  std::map<double, std::string> classes;  // by target, the class id
  while (const auto row = csv.next()) {
    const std::string where = std::string(kTable) + ", line " + std::to_string(csv.line());
    csv.requireUtf8(*row);
    const std::size_t needed = std::max({filename, fold, target, category});
    if (row->size() <= needed) {
      builder.problem(where, base::Message("the row has too few columns"));
      continue;
    }
    Entry entry;
    entry.name = base::trimmed((*row)[filename]);
    entry.path = insideOf(audio, entry.name);
    entry.fold = base::trimmed((*row)[fold]);
    const std::string name = base::trimmed((*row)[category]);
    if (entry.path.empty() || name.empty()) {
      builder.problem(where, entry.path.empty()
                                 ? base::Message("\"%1\" is no file inside of audio/", entry.name)
                                 : base::Message("the category is empty"));
      continue;
    }
    const std::string& known = classes.emplace(csv.number(*row, target), name).first->second;
    if (known != name)
      csv.fail(base::Message("target %1 is called both %2 and %3", base::shownText((*row)[target]),
                             base::shownText(known), base::shownText(name)));
    entry.labels = {name};
    entry.source = sourceFile && row->size() > *sourceFile ? base::trimmed((*row)[*sourceFile])
                                                           : recordingOf(entry.path.stem().string());
    if (group && *group < row->size()) entry.group = base::trimmed((*row)[*group]);
    entry.labelRule = labelRule;
    entry.foldRule = foldRule;
    entry.line = static_cast<std::uint32_t>(csv.line());
    builder.add(std::move(entry));
  }
  std::vector<std::string> order;
  for (const auto& [id, name] : classes) order.push_back(name);
  builder.orderClasses(std::move(order));
  Used used;
  used.tables = {kTable};
  tellLeftovers(place, used, builder);
  return builder.finish();
}

}  // namespace

const Layout kEsc50{"esc50", [](const Place& place, const OpenOptions&) { return place.holds(kTable); },
                    read};

}  // namespace kinglet::data

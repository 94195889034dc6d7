// ESC-50 and ESC-10 (Piczak 2015): meta/esc50.csv with filename,fold,target,category,...,src_file and audio/.
#include <algorithm>
#include <map>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/grouping/recording_names.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;
namespace {

fs::path table(const fs::path& root) {
  return root / "meta" / "esc50.csv";
}

Dataset read(const fs::path& root, const OpenOptions& options) {
  base::CsvReader csv(table(root));
  csv.readHeader();
  const std::size_t filename = csv.column("filename"), fold = csv.column("fold"),
                    target = csv.column("target"), category = csv.column("category");
  const auto sourceFile = csv.findColumn("src_file");
  const auto group = groupColumn(options.groupBy, csv, sourceFile);
  const fs::path audio = root / "audio";
  if (std::error_code error; !fs::is_directory(audio, error))
    throw base::Error(root.string() + " has meta/esc50.csv but no folder audio/ with the sounds");

  DatasetBuilder builder("esc50", root, options);
  std::map<double, std::string> classes;  // by target, the class id
  while (const auto row = csv.next()) {
    const std::string where = "meta/esc50.csv, line " + std::to_string(csv.line());
    for (const std::string& field : *row)
      if (!base::isUtf8(field)) csv.fail("this text is not UTF-8; save the table as UTF-8");
    const std::size_t needed = std::max({filename, fold, target, category});
    if (row->size() <= needed) {
      builder.problem(where, "the row has too few columns");
      continue;
    }
    Entry entry;
    entry.name = base::trimmed((*row)[filename]);
    entry.path = insideOf(audio, entry.name);
    entry.fold = base::trimmed((*row)[fold]);
    const std::string name = base::trimmed((*row)[category]);
    if (entry.path.empty() || name.empty()) {
      builder.problem(where, entry.path.empty() ? "\"" + entry.name + "\" is no file inside of audio/"
                                                : "the category is empty");
      continue;
    }
    const std::string& known = classes.emplace(csv.number(*row, target), name).first->second;
    if (known != name) csv.fail("target " + (*row)[target] + " is called both " + known + " and " + name);
    entry.labels = {name};
    entry.source = sourceFile && row->size() > *sourceFile ? base::trimmed((*row)[*sourceFile])
                                                           : recordingOf(entry.path.stem().string());
    if (group && *group < row->size()) entry.group = base::trimmed((*row)[*group]);
    builder.add(std::move(entry));
  }
  std::vector<std::string> order;
  for (const auto& [id, name] : classes) order.push_back(name);
  builder.orderClasses(std::move(order));
  return builder.finish();
}

}  // namespace

const Layout kEsc50{"esc50", "ESC-50 (meta/esc50.csv and audio/)",
                    [](const fs::path& path) {
                      std::error_code error;
                      return fs::exists(table(path), error);
                    },
                    read};

}  // namespace kinglet::data

// A table of clips: which file, which label, and perhaps which fold, part of the file and recording; one
// table or several that belong together. UrbanSound8K and FSD50K as they unpack are such tables too.
#include "base/error.h"
#include "data/layout/leftovers.h"
#include "data/layout/table_choice.h"
#include "data/layout/table_reading.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace {

bool hasColumn(const ClipTable& table, std::string_view plainName) {
  for (const std::string& name : table.head.names)
    if (base::plainName(name) == plainName) return true;
  return false;
}

const char* layoutOf(const TableChoice& choice) {
  const ClipTable& table = choice.chosen.front();
  if (table.columns.isUrbanSound && hasColumn(table, "fsid")) return "urbansound8k";
  if (hasColumn(table, "fname") && hasColumn(table, "labels") && hasColumn(table, "mids")) return "fsd50k";
  return "manifest";
}

bool matches(const Place& place, const OpenOptions& options) {
  if (!place.isFolder()) {
    const FileKind kind = kindOf(place.path().filename().string());
    if (kind != FileKind::text) return kind == FileKind::table;
    // Words, most of them.
    try {
      return chooseTables(place, options.readAs).chosen.front().columns.found > 0;
    } catch (const base::Error&) {
      return false;
    }
  }
  return !options.readAs.withoutTable && !chooseTables(place, options.readAs).chosen.empty();
}

Dataset read(const Place& place, const OpenOptions& options) {
  const TableChoice choice = chooseTables(place, options.readAs);
  DatasetBuilder builder(layoutOf(choice), place.survey().root(), options);
  readTables(place, choice, options, builder);
  Used used;
  for (const ClipTable& table : choice.chosen) used.tables.push_back(table.name);
  used.unused = choice.unused;
  tellLeftovers(place, used, builder);
  return builder.finish();
}

}  // namespace

const Layout kManifest{"manifest", matches, read};

}  // namespace kinglet::data

#include "data/layout/refusal.h"

#include "base/error.h"
#include "base/text.h"
#include "data/layout/leftovers.h"
#include "data/layout/table_choice.h"
#include "data/readers/reader.h"

namespace kinglet::data {

void refuse(const Place& place, const OpenOptions& options) {
  const base::Message understood = layoutsUnderstood();
  if (!place.isFolder()) {
    const FileKind kind = kindOf(place.path().filename().string());
    if (kind == FileKind::sound || kind == FileKind::foreign)
      throw base::Error("%1 is one sound; name the folder or the table of a data set. %2", place.path(),
                        understood);
    if (kind == FileKind::otherTable)
      throw base::Error("%1 is no table of text; save it as CSV with the columns path,label", place.path());
    throw base::Error("no data set was found in %1. %2", place.path(), understood);
  }
  const Survey& survey = place.survey();
  const auto foreign = unreadableText(unreadable(survey));
  if (survey.sounds().empty() && !foreign.empty())
    throw base::Error("%1 holds no sound that can be read. %2", place.path(), foreign.front());
  if (survey.sounds().empty()) throw base::Error("no data set was found in %1. %2", place.path(), understood);
  base::Message tables;
  if (!options.readAs.withoutTable)
    for (const auto& table : chooseTables(place, options.readAs).unused) {
      tables = base::Message(
          " The table %1 cannot be used: %2; call its columns path and label, or say which they are: "
          "--read-as path=NAME,label=NAME.",
          base::shownText(table.name), table.why);
      if (table.namesFiles) break;
    }
  if (tables.empty() && !survey.otherTables().empty())
    tables = base::Message(" %1 is not read: save it as a table of text (CSV) with the columns path,label.",
                           base::shownText(survey.otherTables().front()));
  throw base::Error("%1 holds sounds but nothing that says what they are.%2 %3", place.path(), tables,
                    understood);
}

}  // namespace kinglet::data

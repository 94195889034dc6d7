// A sound study in which somebody changed values: each part of an input is a line "TABLE.COLUMN KIND ROW" and
// the value. KIND is t (text), b (blob), i (a whole number), r (a figure) or n (null); ROW a key of the
// table, or nothing: all.
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "base/files.h"
#include "base/format.h"
#include "reader.h"
#include "study_use.h"

namespace kinglet::fuzz {
namespace {

constexpr std::string_view kPlaces[] = {"study.value",
                                        "trials.number",
                                        "trials.state",
                                        "trials.baseline",
                                        "trials.genome",
                                        "trials.input",
                                        "trials.network",
                                        "trials.energy",
                                        "trials.origin",
                                        "trials.reason",
                                        "trials.cut_epoch",
                                        "trials.seconds",
                                        "trials.ended_at",
                                        "trials.starred",
                                        "trials.note",
                                        "trials.test",
                                        "trials.suggestion",
                                        "trials.told_as",
                                        "epochs.epoch",
                                        "epochs.train_loss",
                                        "epochs.seconds",
                                        "epochs.validation",
                                        "weights.data",
                                        "weights.trial",
                                        "repeats.genome",
                                        "repeats.suggestion",
                                        "repeats.origin",
                                        "repeats.trial",
                                        "repeats.told_as",
                                        "final_trainings.result",
                                        "final_trainings.weights",
                                        "checkpoints.epoch",
                                        "checkpoints.data"};

void bind(sqlite3_stmt* statement, char kind, std::string_view value) {
  const std::string text(value);
  switch (kind) {
    case 'b':
      sqlite3_bind_blob64(statement, 1, value.data(), value.size(), SQLITE_TRANSIENT);
      break;
    case 'i':
      sqlite3_bind_int64(statement, 1, std::strtoll(text.c_str(), nullptr, 10));
      break;
    case 'r':
      sqlite3_bind_double(statement, 1, base::number(text).value_or(INFINITY));
      break;
    case 'n':
      sqlite3_bind_null(statement, 1);
      break;
    default:
      sqlite3_bind_text64(statement, 1, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

void change(sqlite3* database, std::string_view part) {
  const std::size_t end = std::min(part.find('\n'), part.size());
  const std::string_view head = part.substr(0, end);
  const std::size_t blank = head.find(' ');
  if (blank == std::string_view::npos || head.size() < blank + 4) return;
  const auto place = std::find(std::begin(kPlaces), std::end(kPlaces), head.substr(0, blank));
  if (place == std::end(kPlaces)) return;
  const std::size_t dot = place->find('.');
  const std::string table(place->substr(0, dot)), column(place->substr(dot + 1));
  const std::string row(head.substr(blank + 3));
  const char* key = table == "study"     ? "key"
                    : table == "trials"  ? "number"
                    : table == "repeats" ? "suggestion"
                                         : "trial";
  const std::string which = std::string("?2 = '' OR ") + key + (table == "study" ? " = ?2" : " = ?2 + 0");
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database,
                         ("UPDATE OR IGNORE " + table + " SET " + column + " = ?1 WHERE " + which).c_str(),
                         -1, &statement, nullptr) == SQLITE_OK) {
    bind(statement, head[blank + 1], part.substr(std::min(end + 1, part.size())));
    sqlite3_bind_text64(statement, 2, row.data(), row.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
}

}  // namespace

void read(std::string_view bytes) {
  static const std::string clean = [] {
    makeStudy(folder() / "clean.kinglet");
    return base::readText(folder() / "clean.kinglet");
  }();
  const auto path = file("x.kinglet", clean);
  sqlite3* database = nullptr;
  if (sqlite3_open(path.c_str(), &database) == SQLITE_OK) {
    sqlite3_exec(database, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", nullptr, nullptr,
                 nullptr);
    for (const std::string_view part : partsOf(bytes, 6)) change(database, part);
  }
  sqlite3_close(database);
  useStudy(path);
  removeStudy(path);
}

}  // namespace kinglet::fuzz

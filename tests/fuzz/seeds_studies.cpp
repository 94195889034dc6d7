#include <sqlite3.h>

#include <cstring>

#include "base/files.h"
#include "base/format.h"
#include "data/fingerprint/fingerprint.h"
#include "network/baselines.h"
#include "reader.h"
#include "seeds.h"
#include "study/data/sounds_history.h"
#include "study/file/store.h"
#include "study/message_json.h"
#include "study/settings.h"
#include "study_use.h"
#include "train/checkpoint.h"
#include "train/weights.h"

namespace kinglet::fuzz {
namespace {

std::string changed(const std::string& clean, const std::string& sql) {
  const auto path = file("changed.kinglet", clean);
  sqlite3* database = nullptr;
  if (sqlite3_open(path.c_str(), &database) == SQLITE_OK)
    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(database);
  const std::string bytes = base::readText(path);
  removeStudy(path);
  return bytes;
}

void putSchemas(const std::string& clean) {
  const std::pair<const char*, const char*> schemas[] = {
      {"trigger", "CREATE TRIGGER t AFTER INSERT ON epochs BEGIN DELETE FROM epochs; END"},
      {"view", "CREATE VIEW v AS SELECT 1"},
      {"masked", "ALTER TABLE trials RENAME TO t; CREATE VIEW trials AS SELECT * FROM t"},
      {"endless",
       "DROP TABLE repeats; CREATE VIEW repeats AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
       "FROM c) "
       "SELECT '[]' AS genome, 1 AS suggestion, '{}' AS origin, 0 AS trial, 0 AS told_as FROM c"},
      {"fts5", "CREATE VIRTUAL TABLE f USING fts5(x)"},
      {"rtree", "CREATE VIRTUAL TABLE f USING rtree(id, a, b)"},
      {"generated", "ALTER TABLE trials ADD COLUMN x AS (number * 2)"},
      {"index", "CREATE UNIQUE INDEX i ON epochs (abs(epoch)) WHERE epoch > 0"},
      {"check",
       "DROP TABLE weights; CREATE TABLE weights (trial INTEGER PRIMARY KEY, data BLOB CHECK (abs(trial)))"},
      {"missing", "DROP TABLE repeats"},
      {"wal", "PRAGMA journal_mode = WAL"},
      {"utf16", "PRAGMA writable_schema = ON; PRAGMA encoding = 'UTF-16'"},
      {"old", "UPDATE trials SET state = 'cancelled'; DROP TABLE checkpoints; PRAGMA user_version = 1"},
      {"new", "PRAGMA user_version = 99"},
      {"named", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'trials'"},
      {"cyclic", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'epochs'"},
      {"nested",
       "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE trials (x CHECK (' || "
       "replace(hex(zeroblob(2000)), '00', '(') || '1))'  WHERE name = 'trials'"},
      {"vacuumed", "PRAGMA auto_vacuum = FULL; VACUUM"},
      {"small", "PRAGMA page_size = 512; VACUUM"},
      {"large", "UPDATE trials SET note = zeroblob(300000)"}};
  for (const auto& [name, sql] : schemas) put("study", name, changed(clean, sql));
  put("study", "clean", clean);
  put("study", "cut", std::string_view(clean).substr(0, clean.size() / 2));
  put("study", "head", std::string_view(clean).substr(0, 100));
  // Pages that lead to each other.
  std::string pages = clean;
  for (std::size_t page = 4096; page + 16 < pages.size(); page += 4096) {
    pages[page] = 5;
    pages[page + 11] = 2;
  }
  put("study", "pages", pages);
}

std::string value(const std::string& place, char kind, const std::string& row, const std::string& text) {
  return place + " " + kind + " " + row + "\n" + text;
}

void putValues(const std::string& clean) {
  const auto path = file("clean.kinglet", clean);
  const std::string deep(100'000, '[');
  for (const char* column :
       {"trials.network", "trials.origin", "trials.energy", "trials.input", "trials.genome", "trials.reason",
        "trials.test", "epochs.validation", "repeats.genome", "repeats.origin", "final_trainings.result"}) {
    const std::string name = column;
    const std::string table = name.substr(0, name.find('.')), of = name.substr(name.find('.') + 1);
    sqlite3* database = nullptr;
    std::string held;
    sqlite3_stmt* query = nullptr;
    if (sqlite3_open(path.c_str(), &database) == SQLITE_OK &&
        sqlite3_prepare_v2(database, ("SELECT " + of + " FROM " + table).c_str(), -1, &query, nullptr) ==
            SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW && sqlite3_column_text(query, 0))
      held = reinterpret_cast<const char*>(sqlite3_column_text(query, 0));
    sqlite3_finalize(query);
    sqlite3_close(database);
    put("study_values", name, value(name, 't', "", held));
    put("study_values", name + "-deep", value(name, 't', "", deep));
    put("study_values", name + "-blob", value(name, 'b', "0", std::string("\0\xff\x1b[2J", 6)));
    put("study_values", name + "-number", value(name, 'i', "1", "-9223372036854775808"));
    // Each figure in it out of range.
    int which = 0;
    for (std::size_t at = 1; at < held.size() && which < 12; ++at) {
      if (!std::isdigit(static_cast<unsigned char>(held[at])) || !std::strchr("[:, ", held[at - 1])) continue;
      std::size_t end = at;
      while (end < held.size() && std::strchr("0123456789.eE+-", held[end])) ++end;
      for (const char* wrong : {"-1", "1e300", "2147483648"})
        put("study_values", name + "-" + wrong + "-" + std::to_string(which),
            value(name, 't', "1", held.substr(0, at) + wrong + held.substr(end)));
      ++which;
      at = end;
    }
  }
  for (const char* column :
       {"trials.number", "trials.cut_epoch", "trials.starred", "trials.suggestion", "trials.told_as",
        "epochs.epoch", "repeats.suggestion", "repeats.trial", "repeats.told_as", "checkpoints.epoch"})
    for (const char* figure : {"-1", "2147483647", "2147483648", "4611686018427387904"})
      put("study_values", std::string(column) + figure, value(column, 'i', "1", figure));
  for (const char* column : {"trials.seconds", "trials.ended_at", "epochs.train_loss", "epochs.seconds"})
    for (const char* figure : {"inf", "-1e300", "1e18"})
      put("study_values", std::string(column) + figure, value(column, 'r', "", figure));
  put("study_values", "state",
      joined({value("trials.state", 't', "1", "running"), value("trials.baseline", 't', "1", "ds_cnn")}));
  put("study_values", "clock", value("study.value", 'r', "seconds_spent", "inf"));
  put("study_values", "clips", value("study.value", 'b', "clips", "KGFP1\x7f"));
  put("study_values", "history", value("study.value", 't', "clips_history", deep));
  put("study_values", "weights", value("weights.data", 'b', "", std::string("KGLTW001\xff\xff\xff\xff", 12)));
}

void putLogs() {
  const auto path = folder() / "log.kinglet";
  makeStudy(path);
  const auto store = study::openStudy(path, {}, true);
  store->saveStar(0, true, "kept");
  store->saveSecondsSpent(99);
  const std::string log = base::readText(path.string() + "-wal");
  put("study_log", "log", log);
  put("study_log", "cut", std::string_view(log).substr(0, log.size() - 1000));
  put("study_log", "head", std::string_view(log).substr(0, 32));
  std::string pages = log;
  for (std::size_t frame = 32; frame + 24 < pages.size(); frame += 24 + 4096) pages[frame] = '\x7f';
  put("study_log", "pages", pages);
  std::string size = log;
  size[8] = '\x7f';
  put("study_log", "size", size);
}

void putStudies() {
  const auto path = folder() / "seed.kinglet";
  makeStudy(path);
  const std::string clean = base::readText(path);
  putSchemas(clean);
  putValues(clean);
  putLogs();

  study::Settings settings;
  settings.classes = {"dog", "rain"};
  settings.testFold = 4;
  settings.validationFold = 3;
  putJson("settings", "own", settings.toJson());
  settings.spaceJson =
      R"({"name": "s", "parameters": [{"name": "n_mels", "kind": "ordinal", "values": [16, 32]}]})";
  settings.limits.energyMj = 1.5;
  settings.baselines = {"mobilenet_v1:0.25"};
  settings.reference = {100, 10, 500};
  putJson("settings", "full", settings.toJson());

  const base::Message message("the last %1 trials failed: %2", 5,
                              base::Message("error %1 in \"%2\"", base::figure("12.5 %"), "{\u00fc}"));
  putJson("messages", "message", study::messageToJson(message));
  putJson("messages", "history", study::historyText({{3, true, message, {message, message}}}));
  put("messages", "sentence", "no better than 40.0 % error for 5 epochs");
  std::string nested = "\"x\"";
  for (int i = 0; i < 60; ++i) nested = R"({"text": "%1 %1 %1", "args": [)" + nested + "]}";
  put("messages", "swelling", nested);
  putJson(
      "messages", "final",
      R"({"recipe": {"epochs": 40}, "seed": 1, "teachers": [1, 2], "folds": [{"fold": 0, "metrics": {"clips": 4, )"
      R"("accuracy": 0.5}}], "seconds": 12.5})");

  data::Fingerprint print;
  print.layout = "folders";
  print.classes = {"dog", "rain"};
  print.foldNames = {"1", "2", "3", "4", "5"};
  for (int i = 0; i < 12; ++i) {
    data::KnownClip clip;
    clip.key = "dog/" + base::padded(std::uint64_t(i), 2) + ".wav";
    clip.source = "dog/" + std::to_string(i / 2);
    clip.labels = {i % 2};
    clip.fold = i % 5;
    clip.seconds = 2;
    clip.content = std::uint64_t(i) * 77;
    print.clips.push_back(clip);
  }
  const std::string before = print.pack();
  print.clips[3].content = 5;
  print.clips[4].labels = {1};
  print.clips[5].fold = 0;
  print.clips.erase(print.clips.begin());
  put("fingerprint", "one", before);
  put("fingerprint", "two", joined({before, print.pack()}));
  data::Fingerprint names;
  for (int i = 0; i < 1500; ++i) {
    data::KnownClip clip;
    clip.key = clip.source = std::string(60'000, 'a') + base::padded(std::uint64_t(i), 4);
    names.clips.push_back(clip);
  }
  put("fingerprint", "names", names.pack());
  put("fingerprint", "cut", std::string_view(before).substr(0, before.size() / 2));
  put("fingerprint", "counts",
      std::string("KGFP1\0\0\0\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\x01", 24));

  const train::Weights weights{{"input/mean", {2}, {0, 1}}, {"stem/weight", {1, 2, 3}, {1, 2, 3, 4, 5, 6}}};
  const std::string packed = train::packWeights(weights);
  put("weights", "packed", packed);
  put("weights", "checkpoint", train::packCheckpoint({7, 3, weights}));
  put("weights", "body", std::string_view(packed).substr(0, packed.size() - 8));
  put("weights", "empty", std::string_view(packed).substr(0, 8));
  std::string shape = packed.substr(0, packed.size() - 8);
  for (std::size_t at = 30; at + 4 < shape.size(); at += 4) {
    std::string wrong = shape;
    std::memcpy(wrong.data() + at, at % 8 ? "\0\0\0\x80" : "\0\0\0\0", 4);
    put("weights", "shape" + std::to_string(at), wrong);
  }
}

}  // namespace
}  // namespace kinglet::fuzz

int main(int count, char** arguments) {
  using namespace kinglet::fuzz;
  return makeSeeds(count, arguments, {putStudies});
}

#include "study/file/trial_rows.h"

#include "base/error.h"
#include "base/json.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "space/search_space.h"
#include "study/file/ranges.h"
#include "study/json_forms.h"
#include "study/message_json.h"
#include "study/trial.h"
#include "train/epoch_report.h"

namespace kinglet::study {
namespace {

using Json = nlohmann::ordered_json;

space::Genome genomeFrom(const std::string& text, base::JsonParser& json) {
  try {
    return base::as<space::Genome>(json.parse(text, base::Message("a genome")));
  } catch (const base::JsonView::exception&) {
    throw base::Error("a genome in the study file is damaged");
  }
}

}  // namespace

TrialNumbers trialNumbers(Database& database) {
  TrialNumbers numbers;
  for (Statement query(database, "SELECT number FROM trials ORDER BY number"); query.step();) {
    const std::int64_t number = query.integer(0);
    if (number >= 0 && number < kLargestTrial)
      numbers.usable.push_back(int(number));
    else
      numbers.outside.push_back(number);
  }
  return numbers;
}

TrialReader::TrialReader(Database& database)
    : trial_(
          database,
          "SELECT number, state, baseline, genome, input, network, energy, origin, reason, cut_epoch, "
          "seconds, "
          "ended_at, starred, note, test, suggestion, told_as, EXISTS (SELECT 1 FROM weights WHERE trial = "
          "number) "
          "FROM trials WHERE number = ?"),
      epochs_(database,
              "SELECT epoch, train_loss, seconds, validation FROM epochs WHERE trial = ? ORDER BY epoch") {}

Trial TrialReader::read(int number) {
  Statement& query = trial_;
  Trial trial;
  if (!query.rewind().bind(number).step()) throw base::Error("its number is damaged");
  trial.number = number;
  trial.state = trialStateFrom(query.text(1));
  trial.baseline = query.text(2);
  trial.genome = genomeFrom(query.text(3), json_);
  trial.candidate.input = inputFrom(json_.parse(query.text(4), base::Message("a front end")));
  trial.candidate.network = network::NetworkSpec::fromJson(query.text(5), json_);
  trial.energy = energyFrom(json_.parse(query.text(6), base::Message("an energy figure")));
  trial.origin = originFrom(json_.parse(query.text(7), base::Message("an origin")));
  trial.reason = messageFromJson(query.text(8));
  trial.cutEpoch = query.whole(9);
  trial.seconds = query.real(10);
  trial.endedAt = query.real(11);
  trial.starred = query.integer(12) != 0;
  trial.note = query.text(13);
  if (!query.isNull(14)) trial.test = metricsFrom(json_.parse(query.text(14), base::Message("test figures")));
  trial.suggestion = query.whole(15);
  trial.toldAs = query.whole(16);
  trial.hasWeights = query.integer(17) != 0;
  epochs_.rewind().bind(number);
  while (epochs_.step())
    trial.curve.push_back({epochs_.whole(0), epochs_.real(1),
                           metricsFrom(json_.parse(epochs_.text(3), base::Message("a learning curve"))),
                           epochs_.real(2)});
  checkRanges(trial);
  trial.cost = network::costOf(trial.candidate.network, trial.candidate.input);
  return trial;
}

void insertTrial(Database& database, const Trial& trial) {
  Statement insert(database, R"(
    INSERT INTO trials VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (number) DO UPDATE SET state = excluded.state, baseline = excluded.baseline, genome = excluded.genome,
      input = excluded.input, network = excluded.network, energy = excluded.energy, origin = excluded.origin,
      reason = excluded.reason, cut_epoch = excluded.cut_epoch, seconds = excluded.seconds,
      ended_at = excluded.ended_at, suggestion = excluded.suggestion, told_as = excluded.told_as)");
  insert.bind(trial.number)
      .bind(std::string_view(toText(trial.state)))
      .bind(trial.baseline)
      .bind(base::jsonText(Json(trial.genome)))
      .bind(base::jsonText(toJson(trial.candidate.input)))
      .bind(trial.candidate.network.toJson())
      .bind(base::jsonText(toJson(trial.energy)))
      .bind(base::jsonText(toJson(trial.origin)))
      .bind(messageToJson(trial.reason))
      .bind(trial.cutEpoch)
      .bind(trial.seconds)
      .bind(trial.endedAt)
      .bind(trial.starred ? 1 : 0)
      .bind(trial.note);
  trial.test ? insert.bind(base::jsonText(toJson(*trial.test))) : insert.bindNull();
  insert.bind(trial.suggestion).bind(trial.toldAs).run();
}

void insertEpoch(Database& database, int trial, const train::EpochReport& epoch) {
  Statement(database, "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?)")
      .bind(trial)
      .bind(epoch.epoch)
      .bind(epoch.trainLoss)
      .bind(epoch.seconds)
      .bind(base::jsonText(toJson(epoch.validation)))
      .run();
}

Repeat repeatFrom(const Statement& row) {
  Repeat repeat;
  base::JsonParser json;
  repeat.genome = genomeFrom(row.text(0), json);
  repeat.suggestion = row.whole(1);
  repeat.origin = originFrom(json.parse(row.text(2), base::Message("an origin")));
  repeat.trial = row.whole(3);
  repeat.toldAs = row.whole(4);
  checkRanges(repeat);
  return repeat;
}

}  // namespace kinglet::study

#include "widgets/trials/trial_card.h"

#include <QCoreApplication>
#include <cmath>

#include "study/trial.h"
#include "widgets/text/message_text.h"
#include "widgets/text/power_parts.h"
#include "widgets/text/provenance.h"
#include "widgets/text/strategy_text.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::TrialCard)
};

}  // namespace

QString candidateName(const study::Trial& trial) {
  return trial.baseline.empty() ? Text::tr("Candidate %1").arg(trial.number)
                                : QString::fromStdString(trial.baseline);
}

QString titleOf(const study::Trial& trial) {
  const QString name = candidateName(trial);
  return trial.starred ? name + QStringLiteral(" ★") : name;
}

HoverCard::Content cardOf(const study::Trial& trial, const TrialModel& model) {
  HoverCard::Content card;
  card.title = titleOf(trial);
  const auto add = [&](Quantity quantity, const QString& sign = {}) {
    const double value = valueOf(trial, quantity, model.battery());
    if (std::isfinite(value))
      card.rows.emplace_back(nameOf(quantity), sign + figure(value, unitOf(quantity)));
  };
  add(Quantity::error);
  add(Quantity::energy, provenanceSign(trial.energy.provenance) + QChar(0x00a0));
  if (std::isfinite(trial.power.totalMw)) {
    add(Quantity::power, trial.power.keepsUp ? QString() : QStringLiteral("⚠\u00a0"));
    card.rows.emplace_back(Text::tr("of which"), powerPartsText(trial.power));
  }
  add(Quantity::battery);
  add(Quantity::ram);
  add(Quantity::flash);
  add(Quantity::macs);
  const QString state = model.onFront(trial.number) ? Text::tr("on the front") : TrialModel::stateText(trial);
  const auto progress = model.progressOf(trial.number);
  card.rows.emplace_back(
      Text::tr("State"),
      progress ? Text::tr("epoch %1 of %2").arg(progress->epoch).arg(progress->epochs) : state);
  if (trial.baseline.empty() && !trial.origin.strategy.empty()) {
    card.rows.emplace_back(Text::tr("Proposed by"), strategyName(trial.origin.strategy));
  }
  card.note = messageText(trial.reason);
  return card;
}

}  // namespace kinglet::widgets

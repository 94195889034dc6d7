#include "app/window/settings/limits_form.h"

#include <QCheckBox>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

#include "app/window/kit/fields.h"
#include "study/limits.h"
#include "widgets/text/units.h"

namespace kinglet::window {

LimitsForm::LimitsForm(QWidget* parent)
    : QWidget(parent),
      energy_(new OptionalField(tr("Energy"), new NumberField(0.0001, 100000, 4, QStringLiteral("mJ")))),
      power_(new OptionalField(tr("Mean power"), new NumberField(0.0001, 100000, 4, QStringLiteral("mW")))),
      flash_(new OptionalField(tr("Flash"), new NumberField(1, 1e6, 0, QStringLiteral("kB")))),
      ram_(new OptionalField(tr("RAM"), new NumberField(1, 1e6, 0, QStringLiteral("kB")))) {
  energy_->setToolTip(
      tr("Most energy one inference may take. Candidates above it are never trained; where energy is "
         "predicted, the upper end of its interval counts."));
  power_->setToolTip(
      tr("Most mean power while the device listens: front end, inferences, wake-ups, waiting, microphone and "
         "memory. Candidates above it are never trained, nor those whose work takes longer than there is "
         "time."));
  flash_->setToolTip(tr("Most flash the weights may fill. Candidates above it are never trained."));
  ram_->setToolTip(tr("Most working memory one inference may need. Candidates above it are never trained."));
  energy_->setUsual(1);
  power_->setUsual(5);
  flash_->setUsual(256);
  ram_->setUsual(64);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 0, 12, 0);
  layout->setSpacing(8);
  for (auto* field : {energy_, power_, flash_, ram_}) {
    layout->addWidget(field);
    connect(field, &OptionalField::changed, this, &LimitsForm::changed);
  }
}

// What the study does not say is limited by the board; an infinite limit switches that off.
void LimitsForm::setLimits(const study::Limits& limits) {
  const auto shown = [](const std::optional<double>& own, const std::optional<double>& board) {
    const auto holds = own ? own : board;
    return holds && std::isfinite(*holds) ? holds : std::nullopt;
  };
  energy_->setValue(shown(limits.energyMj, {}));
  power_->setValue(shown(limits.powerMw, {}));
  flash_->setValue(shown(limits.flashKb, boardFlashKb_));
  ram_->setValue(shown(limits.ramKb, boardRamKb_));
}

study::Limits LimitsForm::limits() const {
  const auto meant = [](const std::optional<double>& shown,
                        const std::optional<double>& board) -> std::optional<double> {
    if (shown) return board && *shown == std::round(*board) ? std::nullopt : shown;
    return board ? std::optional(std::numeric_limits<double>::infinity()) : std::nullopt;
  };
  study::Limits limits;
  limits.energyMj = energy_->value();
  limits.powerMw = power_->value();
  limits.flashKb = meant(flash_->value(), boardFlashKb_);
  limits.ramKb = meant(ram_->value(), boardRamKb_);
  return limits;
}

void LimitsForm::setDevice(const energy::DeviceProfile& device) {
  const auto now = limits();
  boardFlashKb_ = device.flashKb;
  boardRamKb_ = device.ramKb;
  if (boardFlashKb_) flash_->setUsual(*boardFlashKb_);
  if (boardRamKb_) ram_->setUsual(*boardRamKb_);
  setLimits(now);
}

void LimitsForm::setNoDevice() {
  const auto now = limits();
  boardFlashKb_.reset();
  boardRamKb_.reset();
  setLimits(now);
}

QString limitsText(const study::Limits& limits) {
  using widgets::figure;
  using widgets::Unit;
  QStringList parts;
  if (limits.energyMj && std::isfinite(*limits.energyMj))
    parts << LimitsForm::tr("≤ %1").arg(figure(*limits.energyMj * 1e-3, Unit::joule));
  if (limits.powerMw && std::isfinite(*limits.powerMw))
    parts << LimitsForm::tr("≤ %1").arg(figure(*limits.powerMw * 1e-3, Unit::watt));
  if (limits.flashKb && std::isfinite(*limits.flashKb))
    parts << LimitsForm::tr("≤ %1 flash").arg(figure(*limits.flashKb * 1024, Unit::byte));
  if (limits.ramKb && std::isfinite(*limits.ramKb))
    parts << LimitsForm::tr("≤ %1 RAM").arg(figure(*limits.ramKb * 1024, Unit::byte));
  return parts.isEmpty() ? LimitsForm::tr("no limits") : parts.join(QStringLiteral(" · "));
}

}  // namespace kinglet::window

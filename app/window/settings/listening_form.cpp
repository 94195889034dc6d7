#include "app/window/settings/listening_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <functional>

#include "app/window/kit/fields.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/section.h"
#include "base/error.h"
#include "widgets/text/power_parts.h"
#include "widgets/text/provenance.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

namespace {

QString watts(double milliwatts) {
  return figure(milliwatts * 1e-3, Unit::watt);
}

QString megahertz(double clock) {
  return figure(clock * 1e6, Unit::hertz);
}

}  // namespace

ListeningForm::ListeningForm(QWidget* parent)
    : QWidget(parent),
      rate_(new NumberField(0.001, 1000, 3, QStringLiteral("/s"))),
      clock_(new QComboBox),
      words_(faintLabel({})),
      more_(new QToolButton),
      rest_(new QWidget),
      idle_(new OptionalField(tr("Own idle power"), new NumberField(0, 10000, 4, QStringLiteral("mW")))),
      microphone_(new NumberField(0, 10000, 4, QStringLiteral("mW"))),
      memory_(new NumberField(0, 10000, 4, QStringLiteral("mW"))) {
  rate_->setAccessibleName(tr("Inferences a second"));
  clock_->setAccessibleName(tr("Clock"));
  microphone_->setAccessibleName(tr("Power of the microphone"));
  memory_->setAccessibleName(tr("Power of the memory"));
  rate_->setToolTip(
      tr("How often a second the network is asked. Frames of sound are computed once, however much the "
         "windows of two inferences share. One a second is 86,400 a day."));
  clock_->setToolTip(
      tr("A slower clock takes longer for the same work and draws less power, waiting included. Where a "
         "network is small, waiting decides, and a slower clock can halve the mean power."));
  clock_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  clock_->setMinimumContentsLength(8);
  words_->setWordWrap(true);
  // A form gives wrapped text too little.
  words_->setMinimumHeight(2 * words_->fontMetrics().lineSpacing() + 2);
  more_->setText(tr("Idle power, microphone, memory"));
  more_->setAutoRaise(true);
  more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  more_->setIconSize({12, 12});
  microphone_->setToolTip(tr(
      "Power of the microphone, drawn all day. 0 until you know yours: MEMS microphones draw 0.01 to 2 mW."));
  memory_->setToolTip(
      tr("Power of memory beside the processor, drawn all day. 0 where there is none, which is usual."));

  auto* form = makeForm(this);
  form->addRow(tr("Inferences"), rate_);
  form->addRow(tr("Clock"), clock_);
  form->addRow(words_);
  form->addRow(more_);
  auto* further = makeForm(rest_);
  further->setContentsMargins(0, 0, 0, 0);
  further->addRow(idle_);
  further->addRow(tr("Microphone"), microphone_);
  further->addRow(tr("Memory"), memory_);
  form->addRow(rest_);

  connect(clock_, &QComboBox::activated, this, &ListeningForm::edited);
  for (auto* field : {rate_, microphone_, memory_})
    connect(field, &QDoubleSpinBox::valueChanged, this, &ListeningForm::edited);
  connect(idle_, &OptionalField::changed, this, &ListeningForm::edited);
  connect(more_, &QToolButton::clicked, this, [this] { unfold(rest_->isHidden()); });
  unfold(false);
  setListening({});
  setDevice(nullptr);
}

void ListeningForm::unfold(bool on) {
  rest_->setVisible(on);
  more_->setIcon(icon(on ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
  more_->setAccessibleDescription(on ? tr("unfolded") : tr("folded"));
}

void ListeningForm::edited() {
  fillClocks(listening().clockMhz);
  Q_EMIT changed();
}

void ListeningForm::setDevice(const energy::DeviceProfile* device) {
  auto now = listening();
  device_ = energy::listeningDevice(device);
  const auto clocks = energy::clockChoices(device_);
  if (now.clockMhz && std::find(clocks.begin(), clocks.end(), *now.clockMhz) == clocks.end())
    now.clockMhz.reset();  // of another board
  QString tip = tr("Power between inferences: the processor waits, and the microphone's samples come in.");
  if (device && device->listening) {
    tip += u'\n' + tr("Without a tick it is the device's: %1 at %2, %3. %4")
                       .arg(watts(device_.idlePowerMw), megahertz(device_.clockMhz),
                            widgets::provenanceName(device->listening->idleProvenance),
                            QString::fromStdString(device->listening->source));
    idle_->setUsual(device_.idlePowerMw);
  } else {
    tip += u'\n' + tr("Nothing is known of this device: without a tick, waiting counts as nothing.");
  }
  idle_->setToolTip(tip);
  idle_->tick()->setToolTip(tip);
  setListening(now);
}

void ListeningForm::setExample(const std::optional<ListeningExample>& example) {
  example_ = example;
  fillClocks(listening().clockMhz);
}

void ListeningForm::setListening(const energy::ListeningSettings& listening) {
  const QSignalBlocker quietRate(rate_), quietMicrophone(microphone_), quietMemory(memory_);
  rate_->setValue(listening.inferencesPerSecond);
  microphone_->setValue(listening.microphoneMw);
  memory_->setValue(listening.memoryMw);
  idle_->setValue(listening.idlePowerMw);
  if (listening.idlePowerMw || listening.microphoneMw > 0 || listening.memoryMw > 0) unfold(true);
  fillClocks(listening.clockMhz);
}

energy::ListeningSettings ListeningForm::listening() const {
  energy::ListeningSettings listening;
  listening.inferencesPerSecond = rate_->value();
  if (const QVariant clock = clock_->currentData(); clock.isValid()) listening.clockMhz = clock.toDouble();
  listening.idlePowerMw = idle_->value();
  listening.microphoneMw = microphone_->value();
  listening.memoryMw = memory_->value();
  return listening;
}

std::optional<energy::MeanPower> ListeningForm::powerAt(std::optional<double> clockMhz) const {
  if (!example_) return {};
  auto at = listening();
  at.clockMhz = clockMhz;
  try {
    const auto power = energy::meanPower(device_, example_->energy, example_->candidate.input,
                                         example_->candidate.network, at);
    return std::isfinite(power.totalMw) ? std::optional(power) : std::nullopt;
  } catch (const base::Error&) {
    return {};
  }
}

// The device's own clock carries no value: it is what is meant where nothing is said.
void ListeningForm::fillClocks(std::optional<double> chosen) {
  const double wanted = chosen.value_or(0);  // no clock is 0
  const QSignalBlocker quiet(clock_);
  const double own = device_.clockMhz;
  auto clocks = energy::clockChoices(device_);
  if (chosen && *chosen == own) chosen.reset();
  if (chosen && *chosen > 0 && *chosen < own &&
      std::find(clocks.begin(), clocks.end(), *chosen) == clocks.end()) {  // of the command line
    clocks.push_back(*chosen);
    std::sort(clocks.begin(), clocks.end(), std::greater<>());
  }
  clock_->clear();
  if (clocks.empty()) clock_->addItem(tr("not known"));
  for (const double clock : clocks) {
    const auto power = powerAt(clock);
    const QString text = !power           ? megahertz(clock)
                         : power->keepsUp ? tr("%1: %2").arg(megahertz(clock), watts(power->totalMw))
                                          : tr("%1: too slow").arg(megahertz(clock));
    clock_->addItem(text, clock == own ? QVariant() : QVariant(clock));
  }
  for (int index = 0; index < clock_->count(); ++index)
    if (clock_->itemData(index).toDouble() == wanted) clock_->setCurrentIndex(index);
  if (!chosen && clock_->count() > 0) clock_->setCurrentIndex(0);
  clock_->setEnabled(clocks.size() > 1);
  explain();
}

void ListeningForm::explain() {
  const auto now = powerAt(listening().clockMhz);
  words_->setVisible(now.has_value());
  if (!now) return words_->clear();
  QString words = tr("%1 draws %2.").arg(example_->name, watts(now->totalMw));
  if (!now->keepsUp)
    words = tr("%1 cannot keep up: the work of a second takes it %2.")
                .arg(example_->name, figure(now->duty, Unit::second));
  if (device_.clockMhz > 0) {
    const auto best = energy::thriftiest(device_, example_->energy, example_->candidate.input,
                                         example_->candidate.network, listening());
    if (best.keepsUp && (!now->keepsUp || best.totalMw < 0.995 * now->totalMw))
      words += u' ' + tr("Least power: %1, with %2.").arg(megahertz(best.clockMhz), watts(best.totalMw));
    else if (best.keepsUp && now->keepsUp)
      words += u' ' + tr("No other clock takes less.");
  }
  words_->setText(words);
}

std::optional<double> ListeningForm::examplePower() const {
  const auto power = powerAt(listening().clockMhz);
  return power ? std::optional(power->totalMw) : std::nullopt;
}

QString ListeningForm::words() const {
  return words_->text();
}

QString listeningSummary(const energy::ListeningSettings& listening) {
  return widgets::listeningText(listening.inferencesPerSecond, listening.clockMhz.value_or(0));
}

}  // namespace kinglet::window

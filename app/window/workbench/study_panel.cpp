#include "app/window/workbench/study_panel.h"

#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/facts_view.h"
#include "app/window/kit/fields.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/settings/battery_form.h"
#include "app/window/settings/budget_form.h"
#include "app/window/settings/dataset_view.h"
#include "app/window/settings/limits_form.h"
#include "app/window/settings/listening_form.h"
#include "app/window/settings/pace_form.h"
#include "app/window/settings/sounds_notice.h"
#include "app/window/settings/stopping_form.h"
#include "app/window/study/edits.h"
#include "app/window/study/study_controller.h"
#include "base/error.h"
#include "energy/device/device_profile.h"
#include "search/strategy.h"
#include "space/search_space.h"
#include "study/meaning.h"
#include "widgets/text/message_text.h"
#include "widgets/text/strategy_text.h"
#include "widgets/text/units.h"
#include "widgets/trials/trial_card.h"

namespace kinglet::window {
namespace {

using widgets::figure;
using widgets::Unit;

// "32, 40, 64": what the search may choose from; empty when it is not searched.
QString choices(const space::SearchSpace& space, const char* parameter) {
  const int index = space.indexOf(parameter);
  if (index < 0) return {};
  QStringList texts;
  for (const auto& value : space.parameters()[index].values)
    texts << QString::fromStdString(space::toText(value));
  return texts.join(QStringLiteral(", "));
}

// "4.6 × 10²⁸"; small numbers as they are.
QString powerText(double count) {
  if (count < 1e6) return QLocale().toString(static_cast<qlonglong>(count));
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  const int power = static_cast<int>(std::floor(std::log10(count)));
  QString raised;
  for (const QChar digit : QString::number(power)) raised += digits[digit.digitValue()];
  return QStringLiteral("%1 × 10%2").arg(QLocale().toString(count / std::pow(10, power), 'f', 1), raised);
}

// The body of a section.
QWidget* stacked(std::initializer_list<QWidget*> parts) {
  auto* body = new QWidget;
  auto* layout = new QVBoxLayout(body);
  layout->setContentsMargins(0, 0, 0, 0);
  for (QWidget* part : parts) layout->addWidget(part);
  return body;
}

}  // namespace

StudyPanel::StudyPanel(StudyController& study, Edits& edits, QWidget* parent)
    : QScrollArea(parent), study_(study), edits_(edits) {
  setObjectName(QStringLiteral("studyPanel"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 8, 0, 8);
  column->setSpacing(4);
  buildData(column);
  buildRest(column);
  column->addStretch(1);
  setWidget(content);
  // Panels lie on the window's colour; fields stand out on it.
  viewport()->setAutoFillBackground(false);
  content->setAutoFillBackground(false);

  connect(&study_, &StudyController::opened, this, &StudyPanel::showStudy);
  connect(&study_, &StudyController::settingsChanged, this, &StudyPanel::showSettings);
  if (study_.isOpen()) showStudy();
}

void StudyPanel::buildData(QLayout* column) {
  dataNotices_ = new NoticeArea;
  dataset_ = new DatasetView;
  auto* body = stacked({dataNotices_, dataset_});
  body->layout()->setContentsMargins(12, 0, 12, 0);
  dataSection_ = new Section(QStringLiteral("data"), tr("Sounds"), body);
  column->addWidget(dataSection_);
  connect(dataset_, &DatasetView::classClicked, this, &StudyPanel::classClicked);
}

void StudyPanel::buildRest(QLayout* column) {
  search_ = new FactsView;
  budget_ = new BudgetForm;
  auto* pace = new PaceForm;
  study_.setPace(pace->pace());
  connect(pace, &PaceForm::changed, this, [this, pace] { study_.setPace(pace->pace()); });
  frontEnd_ = new FactsView;
  device_ = new FactsView;
  limits_ = new LimitsForm;
  listening_ = new ListeningForm;
  battery_ = new BatteryForm;
  stopping_ = new StoppingForm;

  stoppingSection_ = new Section(QStringLiteral("stopping"), tr("Early stopping"), stopping_);
  limitsSection_ =
      new Section(QStringLiteral("limits"), tr("Device and limits"), stacked({device_, limits_}));
  listeningSection_ = new Section(QStringLiteral("listening"), tr("Listening"), listening_);
  batterySection_ = new Section(QStringLiteral("battery"), tr("Battery"), battery_);
  searchSection_ = new Section(QStringLiteral("search"), tr("Search"), stacked({search_, budget_, pace}));
  frontEndSection_ = new Section(QStringLiteral("frontEnd"), tr("Front end"), frontEnd_);
  for (auto* section : {searchSection_, stoppingSection_, limitsSection_, listeningSection_, batterySection_,
                        frontEndSection_})
    column->addWidget(section);

  connect(budget_, &BudgetForm::changed, this, [this] {
    if (!study_.isOpen()) return;
    auto settings = study_.settings();
    budget_->writeTo(settings);
    edits_.changeSettings(settings, tr("length of the search"));
  });
  connect(limits_, &LimitsForm::changed, this, [this] {
    if (!study_.isOpen()) return;
    auto settings = study_.settings();
    settings.limits = limits_->limits();
    edits_.changeSettings(settings, tr("limits"));
  });
  connect(listening_, &ListeningForm::changed, this, [this] {
    if (!study_.isOpen()) return;
    auto settings = study_.settings();
    settings.listening = listening_->listening();
    edits_.changeSettings(settings, tr("how it listens"));
  });
  connect(&study_.selection(), &widgets::Selection::currentChanged, this, &StudyPanel::showExample);
  connect(stopping_, &StoppingForm::changed, this, [this] {
    if (!study_.isOpen()) return;
    auto settings = study_.settings();
    settings.stopping = stopping_->stopping();
    edits_.changeSettings(settings, tr("early stopping"));
  });
  connect(&study_.trials(), &widgets::TrialModel::batteryChanged, this, [this] {
    battery_->setBattery(study_.trials().battery());
    showBudget();
    batterySection_->setSummary(batteryName(study_.trials().battery().name));
  });
  connect(battery_, &BatteryForm::budgetChanged, this, [this] {
    if (!study_.isOpen()) return;
    auto settings = study_.settings();
    settings.limits.powerMw.reset();
    if (const auto percent = battery_->budget())
      settings.limits.powerMw = powerLimitOf(*percent, study_.trials().battery());
    edits_.changeSettings(settings, tr("limits"));
  });
  connect(battery_, &BatteryForm::changed, this, [this] {
    study_.trials().setBattery(battery_->battery());
    AppSettings().setBattery(battery_->battery());
    batterySection_->setSummary(batteryName(battery_->battery().name));
  });
}

void StudyPanel::showSounds() {
  dataNotices_->dismissAll();
  dataset_->setVisible(study_.features() != nullptr);
  if (const auto features = study_.features()) dataset_->setFacts(DatasetFacts::of(features->dataset()));
  const OpenedStudy& opened = study_.study();
  if (opened.news.summary.empty()) return;
  SoundsChoice choice;
  choice.goOn = [this] { study_.open(study_.path(), {std::nullopt, true}); };
  choice.newStudy = [this, sounds = QString::fromStdString(opened.settings.dataPath)] {
    Q_EMIT newStudyRequested(sounds);
  };
  const bool waits = opened.undecided && opened.lockedBecause.empty();
  dataNotices_->show(QStringLiteral("sounds"), soundsNotice(opened.news, waits, choice));
}

void StudyPanel::showStudy() {
  const auto& settings = study_.settings();
  showSounds();

  const auto& input = settings.input;
  std::vector<Fact> frontEnd{
      {tr("Sample rate"), figure(input.rate, Unit::hertz), {}},
      {tr("Window"), figure(input.windowMs * 1e-3, Unit::second), {}},
      {tr("FFT"), tr("%1 points").arg(input.fftSize), {}},
      {tr("Band"),
       tr("%1 to %2").arg(figure(input.lowHz, Unit::hertz), figure(input.highHz, Unit::hertz)),
       {}}};
  std::vector<Fact> search;
  const std::string strategy = settings.strategy.empty() ? search::kDefaultStrategy : settings.strategy;
  const QString key = QString::fromStdString(strategy);
  search.push_back({tr("Strategy"), widgets::strategyName(key), strategyDescription(key)});
  try {
    const auto space = study::spaceOf(settings);
    const QString searched =
        tr("The search chooses among these, because they cost energy and bring accuracy.");
    const auto add = [&](const char* parameter, const QString& name, const QString& fixed,
                         const QString& unit) {
      const QString values = choices(space, parameter);
      frontEnd.push_back(
          {name, values.isEmpty() ? fixed : values + unit, values.isEmpty() ? QString() : searched});
    };
    add("n_mels", tr("Mel bands"), QString::number(input.mels), {});
    add("hop_ms", tr("Hop"), figure(input.hopMs * 1e-3, Unit::second), QStringLiteral(" ms"));
    add("clip_s", tr("Listens to"), figure(input.clipSeconds, Unit::second), QStringLiteral(" s"));
    search.push_back({tr("Space"), tr("%1 networks").arg(powerText(space.count())),
                      tr("How many different networks the search may choose from.")});
  } catch (const base::Error& error) {
    dataNotices_->show(QStringLiteral("space"), {NoticeKind::error, widgets::errorText(error), {}, {}});
  }
  search.push_back(
      {tr("Makes small"),
       settings.objective == study::CostObjective::power ? tr("error, mean power, memory")
                                                         : tr("error, energy, memory"),
       settings.objective == study::CostObjective::power
           ? tr("Mean power while the device listens, as told under Listening; it was chosen with the study.")
           : tr("Energy of one inference, front end included; it was chosen with the study.")});
  search.push_back({tr("Epochs"), QString::number(settings.recipe.epochs),
                    tr("Of a candidate that is not stopped early.")});
  search.push_back({tr("Validation"), settings.crossValidate ? tr("each fold in turn") : tr("one fold"),
                    tr("The sounds that candidates are judged by. The test fold is never among them.")});
  if (settings.worstError < 100)
    search.push_back({tr("Useful up to"), tr("%1 % error").arg(QLocale().toString(settings.worstError)),
                      tr("A candidate that errs more often is worth nothing to the search.")});
  search.push_back(
      {tr("Seed"), QString::number(settings.seed), tr("The same seed and one worker give the same study.")});
  frontEnd_->setFacts(frontEnd);
  search_->setFacts(search);
  searchSection_->setSummary(widgets::strategyName(key));
  try {
    if (const auto* device = study::profileOf(settings)) {
      QStringList sources;
      for (const auto& source : device->sources) sources << QString::fromStdString(source);
      device_->setFacts(
          {{tr("Device"), QString::fromStdString(device->name), sources.join(u'\n')},
           {tr("Processor"), QString::fromStdString(device->processor), {}},
           {tr("Active power"), figure(device->activePowerMw * 1e-3, Unit::watt), sources.join(u'\n')}});
      limits_->setDevice(*device);
      listening_->setDevice(device);
    } else {
      device_->setFacts({{tr("Energy by"), QString::fromStdString(study::deviceNameOf(settings)),
                          tr("A model learned from measurements")}});
      limits_->setNoDevice();
      listening_->setDevice(nullptr);
    }
  } catch (const base::Error& error) {
    listening_->setDevice(nullptr);
    device_->setFacts({{tr("Device"), widgets::errorText(error), {}}});
  }
  const auto battery = AppSettings().battery();
  battery_->setBattery(battery);
  study_.trials().setBattery(battery);
  batterySection_->setSummary(batteryName(battery.name));
  showExample();
  showSettings();
}

// The chosen candidate shows what a clock means.
void StudyPanel::showExample() {
  const auto trial = study_.trials().find(study_.selection().current());
  if (!trial) return listening_->setExample({});
  listening_->setExample(ListeningExample{widgets::titleOf(*trial), trial->energy, trial->candidate});
  if (const auto power = listening_->examplePower()) limits_->power()->setUsual(*power);
}

// A search by mean power keeps what it was begun with: its candidates could not be compared otherwise.
void StudyPanel::showListening() {
  const auto& settings = study_.settings();
  const bool fixed = settings.objective == study::CostObjective::power;
  if (!(listening_->listening() == settings.listening)) listening_->setListening(settings.listening);
  listening_->setEnabled(!fixed && study_.study().lockedBecause.empty());
  listening_->setToolTip(fixed ? tr("The search is by mean power: how the device listens was chosen with the "
                                    "study, and cannot change.")
                               : QString());
  listeningSection_->setSummary(listeningSummary(settings.listening));
}

void StudyPanel::showSettings() {
  const auto& settings = study_.settings();
  const QSignalBlocker quietStopping(stopping_);
  limits_->setLimits(settings.limits);
  showListening();
  showBudget();
  stopping_->setStopping(settings.stopping);
  budget_->setBudget(settings);
  limitsSection_->setSummary(limitsText(study::limitsOf(settings)));
  stoppingSection_->setSummary(stoppingName(QString::fromStdString(settings.stopping.rule)));
  const bool editable = study_.study().lockedBecause.empty();
  for (QWidget* form :
       {static_cast<QWidget*>(limits_), static_cast<QWidget*>(stopping_), static_cast<QWidget*>(budget_)})
    form->setEnabled(editable);
}

void StudyPanel::showBudget() {
  if (!study_.isOpen()) return;
  const auto limit = study_.settings().limits.powerMw;
  battery_->setBudget(limit && std::isfinite(*limit)
                          ? std::optional(study_.trials().battery().percentPerDay(*limit))
                          : std::nullopt);
  battery_->budgetField()->setEnabled(study_.study().lockedBecause.empty());
}

Section* StudyPanel::sectionOf(Part part) const {
  switch (part) {
    case Part::data:
      return dataSection_;
    case Part::frontEnd:
      return frontEndSection_;
    case Part::search:
      return searchSection_;
    case Part::limits:
      return limitsSection_;
    case Part::listening:
      return listeningSection_;
    case Part::battery:
      return batterySection_;
    case Part::stopping:
      return stoppingSection_;
  }
  return dataSection_;
}

void StudyPanel::reveal(Part part) {
  Section* section = sectionOf(part);
  section->setOpen(true);
  // After the layout knows the unfolded height.
  QTimer::singleShot(0, this, [this, section] { ensureWidgetVisible(section, 0, 8); });
}

}  // namespace kinglet::window

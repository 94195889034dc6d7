#include "app/window/energy/trace_reading_form.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/window/kit/fields.h"
#include "app/window/kit/section.h"
#include "widgets/look/theme.h"
#include "widgets/text/message_text.h"

namespace kinglet::window {
namespace {

using energy::Quantity;
using About = energy::TraceProblem::About;

constexpr energy::TraceFormat kFormats[]{energy::TraceFormat::automatic,  energy::TraceFormat::table,
                                         energy::TraceFormat::monsoon,    energy::TraceFormat::ppk2,
                                         energy::TraceFormat::joulescope, energy::TraceFormat::otii,
                                         energy::TraceFormat::keysight};

QComboBox* combo(const QString& name) {
  auto* box = new QComboBox;
  box->setAccessibleName(name);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(3);
  return box;
}

About aboutColumn(Quantity role) {
  switch (role) {
    case Quantity::current:
      return About::current;
    case Quantity::voltage:
      return About::voltage;
    case Quantity::power:
      return About::power;
    default:
      return About::time;
  }
}

}  // namespace

TraceReadingForm::TraceReadingForm(QWidget* parent)
    : QWidget(parent),
      grid_(new QGridLayout(this)),
      format_(combo(tr("Format of the recording"))),
      trigger_(combo(tr("Digital input that marks the work"))),
      volts_(new NumberField(0.01, 1000, 3, QStringLiteral("V"))),
      rate_(new OptionalField(tr("Rate by hand"), new NumberField(0.001, 1e8, 3, QStringLiteral("Hz")))),
      rateQuestion_(new QLabel),
      triggerName_(new QLabel(tr("Windows"))),
      read_(new QPushButton(tr("Read"))) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(12);
  grid_->setVerticalSpacing(2);
  for (const energy::TraceFormat format : kFormats)
    format_->addItem(widgets::messageText(energy::nameOf(format)), static_cast<int>(format));
  format_->setToolTip(tr("Sets the units that the meter takes for granted, and how its samples are spaced"));
  grid_->addWidget(new QLabel(tr("Format")), 0, 0);
  grid_->addWidget(format_, 1, 0);
  addRole(Quantity::time, tr("Time"), "s ms us ns min", 1);
  addRole(Quantity::current, tr("Current"), "A mA uA nA", 2);
  addRole(Quantity::voltage, tr("Voltage"), "V mV", 3);
  addRole(Quantity::power, tr("Power"), "W mW uW nW", 4);
  volts_->setValue(3);
  volts_->setAccessibleName(tr("Voltage of the supply"));
  volts_->setToolTip(tr("The voltage that the meter or the bench supply was set to"));
  volts_->installEventFilter(this);
  auto* supply = new QHBoxLayout;
  supply->setSpacing(4);
  supply->addWidget(volts_, 1);
  supply->addWidget(read_);
  grid_->addLayout(supply, 2, 3);
  read_->setToolTip(tr("Read the recording with this voltage"));
  rate_->setUsual(1000);
  rate_->setToolTip(tr("Spaces the samples evenly, whatever their time stamps say"));
  grid_->addWidget(rate_, 1, 5);
  rateQuestion_->setWordWrap(true);
  grid_->addWidget(rateQuestion_, 3, 5);
  auto* work = new QHBoxLayout;
  work->addWidget(triggerName_);
  work->addWidget(trigger_, 1);
  grid_->addLayout(work, 2, 5);
  for (int column = 0; column < 6; ++column) grid_->setColumnStretch(column, 1);

  connect(format_, &QComboBox::activated, this, [this] {
    options_.format = static_cast<energy::TraceFormat>(format_->currentData().toInt());
    Q_EMIT changed();
  });
  connect(volts_, &QDoubleSpinBox::editingFinished, this, [this] {
    // Of a voltage that is asked for, only Enter and the button say that it is the right one.
    if (!isFilling_ && options_.volts && *options_.volts != volts_->value()) takeVolts();
  });
  connect(rate_, &OptionalField::changed, this, [this] {
    if (isFilling_) return;
    options_.rateHz = rate_->value();
    Q_EMIT changed();
  });
  connect(trigger_, &QComboBox::activated, this, [this] {
    options_.trigger = trigger_->currentData().toString().toStdString();
    Q_EMIT changed();
  });
  connect(read_, &QPushButton::clicked, this, &TraceReadingForm::takeVolts);
  colourQuestions();
}

void TraceReadingForm::takeVolts() {
  options_.volts = volts_->value();
  Q_EMIT changed();
}

bool TraceReadingForm::eventFilter(QObject* watched, QEvent* event) {
  if (watched == volts_ && event->type() == QEvent::KeyPress && !options_.volts) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      volts_->interpretText();
      takeVolts();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void TraceReadingForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) colourQuestions();
}

void TraceReadingForm::colourQuestions() {
  const QColor ink = widgets::Theme::of(this).warning;
  std::vector<QLabel*> labels{rateQuestion_};
  for (const Role& role : roles_) labels.push_back(role.question);
  for (QLabel* label : labels) {
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, ink);
    label->setPalette(colours);
  }
}

void TraceReadingForm::addRole(Quantity quantity, const QString& name, const char* units, int column) {
  Role role{quantity, combo(name), combo(tr("Unit of %1").arg(name)), new QLabel};
  for (const QString& unit : QString::fromLatin1(units).split(QLatin1Char(' '))) role.unit->addItem(unit);
  role.unit->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  role.question->setWordWrap(true);
  auto* line = new QHBoxLayout;
  line->setSpacing(4);
  line->addWidget(role.column, 1);
  line->addWidget(role.unit);
  auto* label = new QLabel(name);
  label->setBuddy(role.column);
  grid_->addWidget(label, 0, column);
  grid_->addLayout(line, 1, column);
  grid_->addWidget(role.question, 3, column, Qt::AlignTop);
  roles_.push_back(role);
  connect(role.column, &QComboBox::activated, this,
          [this, quantity](int index) { chooseColumn(quantity, index); });
  connect(role.unit, &QComboBox::activated, this, [this, quantity] { chooseUnit(quantity); });
}

std::string& TraceReadingForm::columnOption(Quantity role) {
  switch (role) {
    case Quantity::current:
      return options_.current;
    case Quantity::voltage:
      return options_.voltage;
    case Quantity::power:
      return options_.power;
    default:
      return options_.time;
  }
}

std::string& TraceReadingForm::unitOption(Quantity role) {
  switch (role) {
    case Quantity::current:
      return options_.currentUnit;
    case Quantity::voltage:
      return options_.voltageUnit;
    case Quantity::power:
      return options_.powerUnit;
    default:
      return options_.timeUnit;
  }
}

// Power comes from its own column, or from current and voltage: choosing one lets go of the other.
void TraceReadingForm::chooseColumn(Quantity role, int index) {
  const std::string chosen = at(role).column->itemData(index).toString().toStdString();
  columnOption(role) = chosen;
  unitOption(role).clear();
  if (role == Quantity::power && !chosen.empty()) {
    options_.current.clear();
    options_.voltage.clear();
    options_.currentUnit.clear();
    options_.voltageUnit.clear();
    options_.volts.reset();
  } else if (role == Quantity::current || role == Quantity::voltage) {
    options_.power.clear();
    options_.powerUnit.clear();
    if (role == Quantity::voltage) {
      if (chosen.empty())
        options_.volts = volts_->value();
      else
        options_.volts.reset();
    }
  }
  Q_EMIT changed();
}

void TraceReadingForm::chooseUnit(Quantity role) {
  unitOption(role) = at(role).unit->currentText().toStdString();
  Q_EMIT changed();
}

void TraceReadingForm::forget() {
  options_ = {};
}

void TraceReadingForm::fillRole(Role& role, const energy::TraceLayout& layout,
                                const std::optional<energy::TraceColumn>& found) {
  role.column->clear();
  role.column->addItem(role.quantity == Quantity::voltage ? tr("the supply's") : tr("none"), QString());
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const std::string& name = layout.columns[i];
    const bool alone = std::count(layout.columns.begin(), layout.columns.end(), name) == 1;
    role.column->addItem(
        layout.shape.heads.empty() ? tr("column %1").arg(i + 1) : QString::fromStdString(name),
        QString::fromStdString(alone ? name : std::to_string(i + 1)));
  }
  role.column->setCurrentIndex(found ? static_cast<int>(found->index) + 1 : 0);
  role.column->setToolTip(role.column->currentText());
  role.unit->setVisible(found.has_value());
  role.unit->setEnabled(found && found->unitFrom != energy::TraceColumn::UnitFrom::stamps);
  role.unit->setCurrentIndex(-1);
  for (int i = 0; found && found->factor > 0 && i < role.unit->count(); ++i) {
    const auto factor = energy::factorOf(role.quantity, role.unit->itemText(i).toStdString());
    if (factor && std::abs(*factor / found->factor - 1) < 1e-9) role.unit->setCurrentIndex(i);
  }
}

void TraceReadingForm::show(const energy::TraceLayout& layout, double rateHz) {
  isFilling_ = true;
  // "Recognised by itself" says what it was recognised as.
  format_->setItemText(0, tr("%1 (recognised)").arg(widgets::messageText(energy::nameOf(layout.format))));
  format_->setCurrentIndex(format_->findData(static_cast<int>(options_.format)));
  fillRole(at(Quantity::time), layout, layout.time);
  fillRole(at(Quantity::current), layout, layout.current);
  fillRole(at(Quantity::voltage), layout, layout.voltage);
  fillRole(at(Quantity::power), layout, layout.power);
  volts_->setVisible(!layout.voltage && layout.current);
  if (options_.volts) volts_->setValue(*options_.volts);
  if (rateHz > 0) rate_->setUsual(rateHz);
  rate_->setValue(options_.rateHz);
  trigger_->clear();
  trigger_->addItem(tr("found by power"), QString());
  for (const std::string& name : layout.digital) {
    const QString text = QString::fromStdString(name);
    trigger_->addItem(tr("where %1 is 1").arg(text), text);
    trigger_->addItem(tr("where %1 is 0").arg(text), QLatin1Char('!') + text);
  }
  trigger_->setCurrentIndex(std::max(0, trigger_->findData(QString::fromStdString(options_.trigger))));
  trigger_->setVisible(!layout.digital.empty());
  triggerName_->setVisible(!layout.digital.empty());
  const bool asksVolts = !options_.volts && layout.current && !layout.voltage;
  read_->setVisible(asksVolts);
  ask(layout);
  if (asksVolts) {
    volts_->setFocus();
    volts_->selectAll();
  }
  isFilling_ = false;
}

void TraceReadingForm::ask(const energy::TraceLayout& layout) {
  for (Role& role : roles_) role.question->hide();
  rateQuestion_->hide();
  const auto put = [](QLabel* label, const QString& words) {
    label->setText(label->isHidden() ? words : label->text() + QLatin1Char('\n') + words);
    label->show();
  };
  for (const energy::TraceProblem& problem : layout.problems) {
    // Of several that may be meant, none is chosen yet.
    for (Role& role : roles_)
      if (aboutColumn(role.quantity) == problem.about && role.column->currentIndex() > 0)
        role.column->setCurrentIndex(-1);
    switch (problem.about) {
      case About::time:
        put(at(Quantity::time).question, tr("Which column is the time?"));
        break;
      case About::current:
        put(at(Quantity::current).question, tr("Which column is the current?"));
        break;
      case About::power:
        put(at(Quantity::power).question, tr("Which column is the power?"));
        break;
      case About::voltage:
        put(at(Quantity::voltage).question,
            layout.voltage ? tr("Which column is the voltage?")
                           : tr("The recording holds no voltage: what was the supply's?"));
        break;
      case About::timeUnit:
        put(at(Quantity::time).question, tr("In which unit?"));
        break;
      case About::currentUnit:
        put(at(Quantity::current).question, tr("In which unit?"));
        break;
      case About::voltageUnit:
        put(at(Quantity::voltage).question, tr("In which unit?"));
        break;
      case About::powerUnit:
        put(at(Quantity::power).question, tr("In which unit?"));
        break;
      case About::rate:
        put(rateQuestion_, tr("No column of time was found: choose one, or give the rate."));
        break;
      case About::trigger:
        break;
    }
  }
}

QString TraceReadingForm::question(About about) const {
  const auto of = [](const QLabel* label) { return label->isHidden() ? QString() : label->text(); };
  switch (about) {
    case About::time:
    case About::timeUnit:
      return of(at(Quantity::time).question);
    case About::current:
    case About::currentUnit:
      return of(at(Quantity::current).question);
    case About::voltage:
    case About::voltageUnit:
      return of(at(Quantity::voltage).question);
    case About::power:
    case About::powerUnit:
      return of(at(Quantity::power).question);
    case About::rate:
      return of(rateQuestion_);
    case About::trigger:
      break;
  }
  return {};
}

}  // namespace kinglet::window

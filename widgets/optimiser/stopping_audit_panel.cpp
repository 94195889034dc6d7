#include "widgets/optimiser/stopping_audit_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QTableWidget>
#include <QTimer>
#include <algorithm>
#include <cmath>

#include "widgets/look/theme.h"
#include "widgets/text/table_text.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {
namespace {

constexpr int kPauseMs = 100;
// The slider goes evenly in the share that may go wrong, 50 % to 0.1 %, on a log scale: 95 to 99 % is as wide
// as 75 to 95.
constexpr int kSteps = 200;
const double kMostWrong = 0.5, kLeastWrong = 0.001;

double confidenceOf(int step) {
  return 1 - kMostWrong * std::pow(kLeastWrong / kMostWrong, static_cast<double>(step) / kSteps);
}

int stepOf(double confidence) {
  const double wrong = std::clamp(1 - confidence, kLeastWrong, kMostWrong);
  return static_cast<int>(
      std::lround(kSteps * std::log(wrong / kMostWrong) / std::log(kLeastWrong / kMostWrong)));
}

QLabel* largeLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  QFont large = label->font();
  large.setPointSizeF(large.pointSizeF() * 1.2 * 1.2 * 1.2);
  label->setFont(large);
  return label;
}

}  // namespace

StoppingAuditPanel::StoppingAuditPanel(QWidget* parent)
    : QWidget(parent),
      rule_(new QComboBox(this)),
      slider_(new QSlider(Qt::Horizontal, this)),
      confidence_(new QLabel(this)),
      saved_(largeLabel(this)),
      lost_(largeLabel(this)),
      words_(new QLabel(this)),
      measured_(new QLabel(this)),
      busy_(new QProgressBar(this)),
      table_(new QTableWidget(0, 4, this)),
      use_(new QPushButton(tr("Use this rule from now on"), this)),
      pause_(new QTimer(this)) {
  rule_->setAccessibleName(tr("Rule"));
  slider_->setRange(0, kSteps);
  slider_->setPageStep(kSteps / 10);
  slider_->setAccessibleName(tr("Confidence"));
  words_->setWordWrap(true);
  measured_->setWordWrap(true);
  measured_->hide();
  busy_->setRange(0, 0);
  busy_->setTextVisible(false);
  busy_->setFixedHeight(4);
  busy_->hide();
  table_->setHorizontalHeaderLabels({tr("Rule"), tr("Stopped"), tr("Saved"), tr("Lost")});
  table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  for (const int column : {1, 2, 3}) {
    table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    table_->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  }
  table_->horizontalHeaderItem(2)->setToolTip(tr("Share of all epochs"));
  table_->horizontalHeaderItem(3)->setToolTip(tr("Share of the hypervolume"));
  table_->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table_->verticalHeader()->hide();
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setShowGrid(false);
  table_->setAccessibleName(tr("All rules on this study"));

  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(slider_, 1);
  row->addWidget(confidence_);
  auto* form = new QFormLayout;
  form->setHorizontalSpacing(16);
  form->setVerticalSpacing(8);
  form->addRow(tr("Rule"), rule_);
  form->addRow(tr("Confidence"), row);
  auto* two = new QGridLayout;
  two->setHorizontalSpacing(32);
  two->setVerticalSpacing(0);
  two->addWidget(saved_, 0, 0);
  two->addWidget(new QLabel(tr("of all epochs saved"), this), 1, 0);
  two->addWidget(lost_, 0, 1);
  two->addWidget(new QLabel(tr("of the hypervolume lost"), this), 1, 1);
  two->setColumnStretch(2, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->setSpacing(8);
  layout->addLayout(form);
  layout->addWidget(busy_);
  layout->addLayout(two);
  layout->addWidget(words_);
  layout->addWidget(measured_);
  layout->addWidget(table_, 1);
  layout->addWidget(use_, 0, Qt::AlignLeft);
  setAccessibleName(tr("Audit of early stopping"));

  pause_->setSingleShot(true);
  pause_->setInterval(kPauseMs);
  connect(pause_, &QTimer::timeout, this, &StoppingAuditPanel::request);
  connect(slider_, &QSlider::valueChanged, this, [this] {
    confidence_->setText(figure(100 * confidence(), Unit::percent));
    if (!pause_->isActive()) pause_->start();
  });
  connect(rule_, &QComboBox::currentIndexChanged, this, [this] {
    showFigures();
    request();
  });
  connect(table_, &QTableWidget::cellClicked, this, [this](int line) {
    const int found = rule_->findData(table_->item(line, 0)->data(Qt::UserRole));
    if (found >= 0) rule_->setCurrentIndex(found);
  });
  connect(use_, &QPushButton::clicked, this, [this] { Q_EMIT ruleChosen(rule(), confidence()); });
  const QSignalBlocker silent(slider_);
  slider_->setValue(stepOf(0.95));
  confidence_->setText(figure(100 * confidence(), Unit::percent));
  confidence_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("99.99 %")));
  showFigures();
}

void StoppingAuditPanel::setRules(const std::vector<std::pair<QString, QString>>& rules) {
  const QSignalBlocker silent(rule_);
  const QString before = rule();
  rule_->clear();
  for (const auto& [id, name] : rules) rule_->addItem(name, id);
  rule_->setCurrentIndex(std::max(0, rule_->findData(before)));
  showFigures();
}

void StoppingAuditPanel::setChoice(const QString& rule, double confidence) {
  const QSignalBlocker silentRule(rule_), silentSlider(slider_);
  rule_->setCurrentIndex(std::max(0, rule_->findData(rule)));
  slider_->setValue(stepOf(confidence));
  confidence_->setText(figure(100 * this->confidence(), Unit::percent));
  showFigures();
}

QString StoppingAuditPanel::rule() const {
  return rule_->currentData().toString();
}

double StoppingAuditPanel::confidence() const {
  return confidenceOf(slider_->value());
}

void StoppingAuditPanel::setFigures(const std::vector<AuditFigures>& figures) {
  figures_ = figures;
  showFigures();
}

void StoppingAuditPanel::setMeasured(const QString& words) {
  measured_->setText(words);
  measured_->setVisible(!words.isEmpty());
}

void StoppingAuditPanel::setBusy(bool busy) {
  busy_->setVisible(busy);
}

void StoppingAuditPanel::request() {
  if (!rule().isEmpty()) Q_EMIT auditRequested(rule(), confidence());
}

void StoppingAuditPanel::showFigures() {
  const auto chosen = std::find_if(figures_.begin(), figures_.end(),
                                   [this](const AuditFigures& figures) { return figures.rule == rule(); });
  const bool known = chosen != figures_.end();
  saved_->setText(known ? figure(100 * chosen->epochsSaved, Unit::percent) : figure(std::nan("")));
  lost_->setText(known ? figure(100 * chosen->hypervolumeLost, Unit::percent, 2) : figure(std::nan("")));
  QString words =
      known ? tr("It would have stopped %1 of %2 candidates early.").arg(chosen->stopped).arg(chosen->trials)
            : tr("What each rule would have saved appears here once candidates of this study were "
                 "trained to the end.");
  if (known && chosen->unknown > 0)
    words += QLatin1Char(' ') +
             tr("%1 more were stopped by the study's own rule; what they would have come to is not known.")
                 .arg(chosen->unknown);
  words_->setText(words);
  use_->setEnabled(known);
  table_->setRowCount(static_cast<int>(figures_.size()));
  for (int line = 0; line < table_->rowCount(); ++line) {
    const AuditFigures& figures = figures_[static_cast<std::size_t>(line)];
    for (int column = 0; column < table_->columnCount(); ++column) {
      auto* item = table_->item(line, column);
      if (item == nullptr) {
        item = new QTableWidgetItem;
        table_->setItem(line, column, item);
      }
      item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
      item->setData(Qt::UserRole, figures.rule);
    }
    table_->item(line, 0)->setText(figures.name);
    table_->item(line, 1)->setText(tr("%1 of %2").arg(figures.stopped).arg(figures.trials));
    setFigure(*table_->item(line, 2), 100 * figures.epochsSaved, Unit::percent);
    setFigure(*table_->item(line, 3), 100 * figures.hypervolumeLost, Unit::percent, 2);
    if (figures.rule == rule()) table_->selectRow(line);
  }
}

QString StoppingAuditPanel::summary() const {
  return tr("%1 of all epochs saved, %2 of the hypervolume lost").arg(saved_->text(), lost_->text());
}

void StoppingAuditPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LocaleChange || event->type() == QEvent::FontChange) showFigures();
}

}  // namespace kinglet::widgets

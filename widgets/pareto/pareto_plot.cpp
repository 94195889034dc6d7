#include "widgets/pareto/pareto_plot.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <algorithm>

#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_legend.h"
#include "widgets/trials/candidate_menu.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::widgets {
namespace {

constexpr int kNothing = -1, kStrategy = -2;

QToolButton* logButton(QWidget* parent, const QString& tip) {
  auto* button = new QToolButton(parent);
  button->setText(ParetoPlot::tr("log"));
  button->setCheckable(true);
  button->setAutoRaise(true);
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  return button;
}

QComboBox* quantityBox(QWidget* parent, const QString& name) {
  auto* box = new QComboBox(parent);
  box->setAccessibleName(name);
  box->setToolTip(name);
  box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  box->setMinimumContentsLength(1);
  return box;
}

// Where room is short, a box shrinks to what is chosen, never below.
void fitToChoice(QComboBox* box) {
  box->ensurePolished();
  QStyleOptionComboBox option;
  option.initFrom(box);
  const QSize text(box->fontMetrics().horizontalAdvance(box->currentText()) + 4, box->fontMetrics().height());
  box->setMinimumWidth(box->style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, box).width());
}

void addQuantities(QComboBox* box) {
  for (const Quantity quantity : allQuantities()) {
    box->addItem(headerOf(quantity), static_cast<int>(quantity));
    box->setItemData(box->count() - 1, nameOf(quantity), Qt::ToolTipRole);
  }
}

std::optional<Quantity> chosen(const QComboBox* box) {
  const int value = box->currentData().toInt();
  return value < 0 ? std::nullopt : std::optional(static_cast<Quantity>(value));
}

void choose(QComboBox* box, int value) {
  box->setCurrentIndex(std::max(0, box->findData(value)));
}

}  // namespace

ParetoPlot::ParetoPlot(TrialModel& model, Selection& selection, QWidget* parent)
    : QWidget(parent),
      controls_(new QBoxLayout(QBoxLayout::LeftToRight)),
      canvas_(new ParetoCanvas(model, selection, this)),
      legend_(new ParetoLegend(this)),
      x_(quantityBox(this, tr("Along the plot (x)"))),
      y_(quantityBox(this, tr("Up the plot (y)"))),
      colour_(quantityBox(this, tr("What colour tells"))),
      size_(quantityBox(this, tr("What size tells"))),
      logX_(logButton(this, tr("Logarithmic x axis"))),
      logY_(logButton(this, tr("Logarithmic y axis"))),
      reset_(new QToolButton(this)) {
  addQuantities(x_);
  addQuantities(y_);
  colour_->addItem(tr("front"), kNothing);
  colour_->addItem(tr("proposed by"), kStrategy);
  addQuantities(colour_);
  size_->addItem(tr("all the same"), kNothing);
  addQuantities(size_);
  reset_->setText(tr("Show all"));
  reset_->setToolTip(tr("Zoom so that everything is to be seen (0)"));
  reset_->setAutoRaise(true);

  const auto row = [&] {
    auto* layout = new QHBoxLayout;
    layout->setSpacing(4);
    controls_->addLayout(layout);
    return layout;
  };
  const auto add = [&](QBoxLayout* to, const QString& name, QComboBox* box, QWidget* more) {
    auto* label = new QLabel(name, this);
    label->setBuddy(box);
    to->addWidget(label);
    to->addWidget(box);
    if (more != nullptr) to->addWidget(more);
    to->addSpacing(2);
  };
  controls_->setSpacing(4);
  auto* axes = row();
  add(axes, tr("&Y"), y_, logY_);
  add(axes, tr("&X"), x_, logX_);
  axes->addStretch(1);
  auto* marks = row();
  add(marks, tr("Colou&r"), colour_, nullptr);
  add(marks, tr("Si&ze"), size_, nullptr);
  marks->addStretch(1);
  marks->addWidget(reset_);
  controls_->setStretch(1, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(controls_);
  layout->addWidget(canvas_, 1);
  layout->addWidget(legend_);
  setFocusProxy(canvas_);

  for (QComboBox* box : {x_, y_, colour_, size_}) {
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
      fitToChoice(box);
      arrangeControls();
    });
    connect(box, &QComboBox::activated, this, [this, box] {
      // A new quantity brings its usual scale along.
      if (box == x_) logX_->setChecked(logByDefault(*chosen(x_)));
      if (box == y_) logY_->setChecked(logByDefault(*chosen(y_)));
      readControls();
    });
  }
  for (QToolButton* button : {logX_, logY_})
    connect(button, &QToolButton::clicked, this, &ParetoPlot::readControls);
  connect(reset_, &QToolButton::clicked, this, &ParetoPlot::resetView);
  connect(canvas_, &ParetoCanvas::openRequested, this, &ParetoPlot::openRequested);
  auto* actions = new CandidateMenu(model, selection, this);
  connect(canvas_, &ParetoCanvas::menuRequested, this, [this, actions](int trial, const QPoint& global) {
    QMenu menu(this);
    actions->fill(menu, trial);
    // What the window offers for the plot as a whole.
    if (!menu.isEmpty() && !this->actions().isEmpty()) menu.addSeparator();
    menu.addActions(this->actions());
    menu.exec(global);
  });
  connect(actions, &CandidateMenu::openRequested, this, &ParetoPlot::openRequested);
  connect(actions, &CandidateMenu::stopRequested, this, &ParetoPlot::stopRequested);
  connect(actions, &CandidateMenu::exportRequested, this, &ParetoPlot::exportRequested);
  connect(actions, &CandidateMenu::explainEnergyRequested, this, &ParetoPlot::explainEnergyRequested);
  connect(canvas_, &ParetoCanvas::brushed, this, [&model, this](const QRectF& area) {
    auto& scope = model.scope();
    const Quantity x = canvas_->axes().x, y = canvas_->axes().y;
    if (area.isEmpty()) {
      scope.clearBrush(keyOf(x));
      scope.clearBrush(keyOf(y));
      return;
    }
    const auto battery = [&model] { return model.battery(); };
    scope.setBrushes(
        {brushOf(x, area.left(), area.right(), battery), brushOf(y, area.top(), area.bottom(), battery)});
  });
  connect(canvas_, &ParetoCanvas::limitMoved, this, &ParetoPlot::limitMoved);
  connect(canvas_, &ParetoCanvas::legendChanged, this, [this] { legend_->setData(canvas_->legendData()); });
  showAxes();
}

const ParetoAxes& ParetoPlot::axes() const {
  return canvas_->axes();
}

void ParetoPlot::setAxes(const ParetoAxes& axes) {
  canvas_->setAxes(axes);
  showAxes();
}

void ParetoPlot::showAxes() {
  const ParetoAxes& axes = canvas_->axes();
  choose(x_, static_cast<int>(axes.x));
  choose(y_, static_cast<int>(axes.y));
  choose(colour_, axes.colourByStrategy ? kStrategy
                  : axes.colour         ? static_cast<int>(*axes.colour)
                                        : kNothing);
  choose(size_, axes.size ? static_cast<int>(*axes.size) : kNothing);
  for (QComboBox* box : {x_, y_, colour_, size_}) fitToChoice(box);
  logX_->setChecked(axes.logX);
  logY_->setChecked(axes.logY);
}

void ParetoPlot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrangeControls();
}

void ParetoPlot::arrangeControls() {
  int needed = controls_->spacing();
  for (int i = 0; i < controls_->count(); ++i) needed += controls_->itemAt(i)->minimumSize().width();
  controls_->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ParetoPlot::readControls() {
  ParetoAxes axes;
  axes.x = *chosen(x_);
  axes.y = *chosen(y_);
  axes.colour = chosen(colour_);
  axes.colourByStrategy = colour_->currentData().toInt() == kStrategy;
  axes.size = chosen(size_);
  axes.logX = logX_->isChecked();
  axes.logY = logY_->isChecked();
  canvas_->setAxes(axes);
  Q_EMIT axesChanged();
}

QByteArray ParetoPlot::saveLayout() const {
  return axes().save();
}

void ParetoPlot::restoreLayout(const QByteArray& layout) {
  setAxes(ParetoAxes::restore(layout));
}

void ParetoPlot::setLimit(Quantity quantity, std::optional<double> value, const QString& name) {
  canvas_->setLimit(quantity, value, name);
}

std::optional<double> ParetoPlot::limit(Quantity quantity) const {
  return canvas_->limit(quantity);
}

void ParetoPlot::resetView() {
  canvas_->resetView();
}

void ParetoPlot::setGhost(const TrialPtr& ghost) {
  canvas_->setGhost(ghost);
}

QString ParetoPlot::pictureTitle() const {
  return canvas_->pictureTitle();
}

QSize ParetoPlot::pictureSize() const {
  return {canvas_->width(), canvas_->height() + legend_->height()};
}

void ParetoPlot::paintPicture(QCPPainter& painter, const QSize& size) {
  const Theme theme = Theme::of(canvas_);
  constexpr int kMargin = 8;
  const int below =
      static_cast<int>(legend_->paint(nullptr, theme, font(), size.width() - 2 * kMargin)) + kMargin;
  canvas_->paintPicture(painter, size - QSize(0, below));
  painter.setClipping(false);
  painter.fillRect(QRect(0, size.height() - below, size.width(), below), theme.paper);
  painter.translate(kMargin, size.height() - below);
  painter.setRenderHint(QPainter::Antialiasing);
  legend_->paint(&painter, theme, font(), size.width() - 2 * kMargin);
}

}  // namespace kinglet::widgets

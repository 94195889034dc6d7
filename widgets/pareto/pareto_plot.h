// pareto/: the front, drawn. Calls text/, look/, plot/ and trials/.
//
// The hero: all candidates of a study on two axes of choice, the front as a step line, baselines as diamonds.
#pragma once

#include <QWidget>
#include <optional>

#include "widgets/pareto/pareto_axes.h"
#include "widgets/plot/pictured.h"
#include "widgets/trials/trial_model.h"

class QBoxLayout;
class QComboBox;
class QToolButton;

namespace kinglet::widgets {

class ParetoCanvas;
class ParetoLegend;
class Selection;
class TrialModel;

class ParetoPlot : public QWidget, public Pictured {
  Q_OBJECT
 public:
  // Both must outlive the plot.
  ParetoPlot(TrialModel& model, Selection& selection, QWidget* parent = nullptr);

  const ParetoAxes& axes() const;
  void setAxes(const ParetoAxes& axes);
  QByteArray saveLayout() const;
  void restoreLayout(const QByteArray& layout);
  ParetoCanvas* canvas() const { return canvas_; }

  // A limit in the quantity's base unit (0.5e-3 J; 40 %), drawn as a line that can be dragged whenever that
  // quantity is on an axis; the side that is not allowed is shaded. Nothing: no line.
  void setLimit(Quantity quantity, std::optional<double> value, const QString& name);
  std::optional<double> limit(Quantity quantity) const;
  QString pictureTitle() const override;
  QSize pictureSize() const override;  // without its controls
  bool takesAnySize() const override { return true; }
  void paintPicture(QCPPainter& painter, const QSize& size) override;

 public Q_SLOTS:
  void resetView();
  // A network that nobody has trained, with its predicted error and the interval that holds it 9 times in 10; null: none.
  void setGhost(const kinglet::widgets::TrialPtr& ghost);

 Q_SIGNALS:
  void openRequested(int trial);  // double-click, Enter
  void stopRequested(int trial);  // these by the context menu
  void exportRequested(int trial);
  void explainEnergyRequested(int trial);
  void limitMoved(kinglet::widgets::Quantity quantity, double value);  // once, when the line is let go
  void axesChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void readControls();
  // The controls stand in one row, or in two where that is too long.
  void arrangeControls();
  void showAxes();

  QBoxLayout* controls_;  // of two rows
  ParetoCanvas* canvas_;
  ParetoLegend* legend_;
  QComboBox *x_, *y_, *colour_, *size_;
  QToolButton *logX_, *logY_, *reset_;
};

}  // namespace kinglet::widgets

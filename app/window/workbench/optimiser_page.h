// The optimiser's thinking: how the hypervolume grew, what was predicted against what came, which parameters
// matter, and who proposed the chosen candidate and why.
#pragma once

#include <QWidget>
#include <vector>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace kinglet::widgets {
class HypervolumePlot;
class ImportanceBars;
class OriginPanel;
class PredictionPlot;
}  // namespace kinglet::widgets

namespace kinglet::window {

class OptimiserController;
class StudyController;

class OptimiserPage : public QWidget {
  Q_OBJECT
 public:
  // Both must outlive the page.
  OptimiserPage(StudyController& study, OptimiserController& optimiser, QWidget* parent = nullptr);

  enum View { kHypervolume, kPredictions, kImportance, kViews };
  void showView(View view);
  widgets::HypervolumePlot* hypervolume() const { return hypervolume_; }
  widgets::PredictionPlot* predictions() const { return predictions_; }
  widgets::ImportanceBars* importance() const { return importance_; }
  widgets::OriginPanel* origin() const { return origin_; }
  bool showsAll() const { return all_; }  // large enough for all views at once

 Q_SIGNALS:
  void openRequested(int trial);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeBar();
  QWidget* makeImportance();
  void showImportance();
  void arrange();

  StudyController& study_;
  OptimiserController& optimiser_;
  widgets::HypervolumePlot* hypervolume_;
  widgets::PredictionPlot* predictions_;
  widgets::OriginPanel* origin_;
  widgets::ImportanceBars* importance_;
  QComboBox* objective_;
  QLabel* explained_;
  QWidget *importanceBox_, *originBox_, *choice_;
  QToolButton *overTrials_, *overTime_;
  QButtonGroup* views_;
  QGridLayout* grid_;
  bool all_ = false;
};

}  // namespace kinglet::window

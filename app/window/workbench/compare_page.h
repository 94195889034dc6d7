// The candidates that were marked for comparison, beside each other: layers, figures, classes, confusions and curves.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace kinglet::widgets {
class ClassAccuracyView;
class ComparedFigures;
class ConfusionDifferenceView;
class GraphDiffView;
class LearningCurves;
}  // namespace kinglet::widgets

namespace kinglet::window {

class ComparisonController;
class StudyController;

class ComparePage : public QWidget {
  Q_OBJECT
 public:
  // Both must outlive the page.
  ComparePage(StudyController& study, ComparisonController& comparison, QWidget* parent = nullptr);

  enum View { kLayers, kFigures, kClasses, kConfusions, kCurves, kViews };
  void showView(View view);
  bool showsAll() const { return all_; }  // large enough for layers and figures beside another view
  widgets::GraphDiffView* layers() const { return layers_; }
  widgets::ComparedFigures* figures() const { return figures_; }
  widgets::ClassAccuracyView* classes() const { return classes_; }
  widgets::ConfusionDifferenceView* confusions() const { return confusions_; }
  widgets::LearningCurves* curves() const { return curves_; }
  QComboBox* pair() const { return pair_; }
  QComboBox* amount() const { return amount_; }
  QWidget* choice() const { return choice_; }
  QToolButton* save() const { return save_; }
  QLabel* note() const { return note_; }

 Q_SIGNALS:
  void openRequested(int trial);
  void enlargeRequested();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeBar();
  QWidget* boxOf(int view) const;
  void refresh();
  QStringList classNames() const;
  void showPair();
  void tell(const QString& text);
  void arrange();
  void arrangeBar();
  void askWhereToSave();

  StudyController& study_;
  ComparisonController& comparison_;
  widgets::GraphDiffView* layers_;
  widgets::ComparedFigures* figures_;
  widgets::ClassAccuracyView* classes_;
  widgets::ConfusionDifferenceView* confusions_;
  widgets::LearningCurves* curves_;
  QWidget *classesBox_, *confusionsBox_;
  QComboBox *pair_, *amount_;
  QToolButton* save_;
  QLabel* note_;
  QWidget *choice_, *fields_;
  QGridLayout* bar_ = nullptr;
  QButtonGroup* views_;
  QGridLayout* grid_;
  bool all_ = false;
};

}  // namespace kinglet::window

// Early stopping looked at: what each rule would have saved and lost in this study, and on the learning
// curves where it would have stopped.
#pragma once

#include <QWidget>
#include <vector>

#include "widgets/candidate/learning_curves.h"

class QSplitter;

namespace kinglet::widgets {
class StoppingAuditPanel;
}  // namespace kinglet::widgets

namespace kinglet::window {

class AuditController;
class Edits;
class StudyController;

class StoppingPage : public QWidget {
  Q_OBJECT
 public:
  // All must outlive the page.
  StoppingPage(StudyController& study, Edits& edits, AuditController& audit, QWidget* parent = nullptr);
  widgets::StoppingAuditPanel* panel() const { return panel_; }
  widgets::LearningCurves* curves() const { return curves_; }

 Q_SIGNALS:
  void openRequested(int trial);
  void marked(
      const std::vector<kinglet::widgets::CutMark>& marks);  // where rules would stop: also for others

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();

  StudyController& study_;
  AuditController& audit_;
  widgets::StoppingAuditPanel* panel_;
  widgets::LearningCurves* curves_;
  QSplitter* parts_;
};

}  // namespace kinglet::window

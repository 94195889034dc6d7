// The left side of the workbench: what the open study is, and what of it may change while it runs.
#pragma once

#include <QScrollArea>

namespace kinglet::window {

class BatteryForm;
class BudgetForm;
class DatasetView;
class Edits;
class FactsView;
class LimitsForm;
class ListeningForm;
class NoticeArea;
class Section;
class StoppingForm;
class StudyController;

class StudyPanel : public QScrollArea {
  Q_OBJECT
 public:
  // Both must outlive the panel.
  StudyPanel(StudyController& study, Edits& edits, QWidget* parent = nullptr);

  enum class Part { data, frontEnd, search, limits, listening, battery, stopping };
  void reveal(Part part);  // unfolds it and scrolls there
  NoticeArea* dataNotices() const { return dataNotices_; }
  LimitsForm* limitsForm() const { return limits_; }
  ListeningForm* listeningForm() const { return listening_; }
  BatteryForm* batteryForm() const { return battery_; }
  StoppingForm* stoppingForm() const { return stopping_; }
  QSize sizeHint() const override { return {272, 600}; }

 Q_SIGNALS:
  void classClicked(int index);
  void newStudyRequested(const QString& sounds);

 private:
  void buildData(QLayout* column);
  void buildRest(QLayout* column);
  void showStudy();
  void showSounds();
  void showSettings();
  void showBudget();
  void showListening();
  void showExample();
  Section* sectionOf(Part part) const;

  StudyController& study_;
  Edits& edits_;
  NoticeArea* dataNotices_;
  DatasetView* dataset_;
  FactsView *frontEnd_, *search_, *device_;
  BudgetForm* budget_;
  LimitsForm* limits_;
  ListeningForm* listening_;
  BatteryForm* battery_;
  StoppingForm* stopping_;
  Section *dataSection_, *frontEndSection_, *searchSection_, *limitsSection_, *listeningSection_,
      *batterySection_, *stoppingSection_;
};

}  // namespace kinglet::window

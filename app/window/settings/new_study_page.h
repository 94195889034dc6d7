// settings/: forms that make or change the settings of a study. Calls kit/ and study/; workbench/ and shell/
// call it.
//
// A new study: sounds, device, limits and length of the search, with a preview of what was understood of the
// sounds.
#pragma once

#include <QScrollArea>

#include "app/window/study/background.h"
#include "study/settings.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTimer;

namespace kinglet::window {

class BudgetForm;
struct DatasetFacts;
class DatasetView;
class GroupingChoice;
class LimitsForm;
class ListeningForm;
class NoticeArea;
class NumberField;
class ReadAsField;
class SpaceChoice;
class ValidationChoice;

class NewStudyPage : public QScrollArea {
  Q_OBJECT
 public:
  explicit NewStudyPage(QWidget* parent = nullptr);
  void begin(const QString& sounds);  // a fresh form; empty: nothing is chosen yet
  NoticeArea* notices() const { return notices_; }
  NoticeArea* soundsNotices() const { return soundsNotices_; }
  QLineEdit* soundsField() const { return sounds_; }
  GroupingChoice* groupingChoice() const { return grouping_; }
  ReadAsField* readAsField() const { return readAs_; }
  QPushButton* stopReadingButton() const { return stopReading_; }
  QPushButton* startButton() const { return start_; }
  DatasetView* preview() const { return preview_; }
  NumberField* worstErrorField() const { return worstError_; }
  LimitsForm* limitsForm() const { return limits_; }
  ListeningForm* listeningForm() const { return listening_; }
  QComboBox* deviceChoice() const { return device_; }
  QComboBox* objectiveChoice() const { return objective_; }
  study::Settings settings() const;
  void addModel(const QString& path);  // a file of `kinglet energy fit` as the device

 Q_SIGNALS:
  void createRequested(const QString& path, const kinglet::study::Settings& settings);
  void cancelled();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeForm();
  QWidget* makePreview();
  void browseSounds();
  void browsePlace();
  void chooseModel();
  void readSounds();
  void refuseSounds(const QString& problem);
  void showReading(bool on);
  void understand(const QString& path, const DatasetFacts& facts);
  void limitTo(const std::string& device);
  void suggestPower();
  void describeStrategy();
  void refresh();

  QLineEdit *sounds_, *file_;
  QComboBox *device_, *objective_, *strategy_, *baseline_;
  SpaceChoice* space_;
  QLabel* strategyWords_;
  LimitsForm* limits_;
  ListeningForm* listening_;
  BudgetForm* budget_;
  ValidationChoice* validation_;
  GroupingChoice* grouping_;
  ReadAsField* readAs_;
  NumberField *worstError_, *epochs_, *seed_;
  DatasetView* preview_;
  QWidget* readingRow_;
  QLabel* readingWords_;
  QProgressBar* reading_;
  QPushButton* stopReading_;
  QLabel* hint_;
  NoticeArea *notices_, *soundsNotices_;
  QPushButton *start_, *cancel_;
  QWidget* buttons_ = nullptr;  // stay in sight below what scrolls
  QTimer* settle_;
  double usualEnergyMj_ = 0;  // what the limit begins with, by device
  QString deviceBefore_;
  bool fileChosen_ = false, understood_ = false;
  int readings_ = 0;  // how often sounds were read; news of an older reading is dropped
  Background jobs_;
};

}  // namespace kinglet::window

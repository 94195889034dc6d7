// The boards that energies are told for, and counting one: instructions of the exported C under emulation, made into a
// device profile that a study can be searched with.
#pragma once

#include <QWidget>
#include <memory>

#include "app/shared/count_profile.h"
#include "app/window/study/background.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace kinglet::window {

class NoticeArea;
class NumberField;
class OptionalField;

class BoardsPage : public QWidget {
  Q_OBJECT
 public:
  explicit BoardsPage(QWidget* parent = nullptr);
  void count();  // as chosen; some minutes
  void save(const QString& path);
  void setQuick(bool quick) { quick_ = quick; }  // a small count, for tests

  QTreeWidget* boards() const { return boards_; }
  QComboBox* core() const { return core_; }
  QPushButton* countButton() const { return count_; }
  QPushButton* saveButton() const { return save_; }
  OptionalField* clock() const { return clock_; }
  NoticeArea* notices() const { return notices_; }
  QString words() const;
  const energy::DeviceProfile* counted() const { return counted_.get(); }  // null: none yet

 Q_SIGNALS:
  void saved(const QString& path);

 private:
  void fillBoards();
  void showCounted();
  void cancel();
  void refresh();

  NoticeArea* notices_;
  QTreeWidget* boards_;
  QComboBox *core_, *frontEnd_;
  OptionalField* clock_;
  NumberField* power_;
  QPushButton *count_, *save_;
  QProgressBar* busy_;
  QLabel* words_;
  int job_ = 0;  // news of an older one is dropped
  bool quick_ = false;
  std::shared_ptr<const energy::DeviceProfile> counted_;
  Background jobs_;
};

}  // namespace kinglet::window

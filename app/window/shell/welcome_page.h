// The first screen: a demo search, a folder of sounds, a study to open, and those that were open lately.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace kinglet::window {

class CardButton;
class NoticeArea;

class WelcomePage : public QScrollArea {
  Q_OBJECT
 public:
  explicit WelcomePage(QWidget* parent = nullptr);
  void refreshRecent();
  NoticeArea* notices() const { return notices_; }
  CardButton* demoCard() const { return demo_; }

 Q_SIGNALS:
  void demoRequested();
  void newStudyRequested();
  void openRequested();
  void recentRequested(const QString& path);
  void guideRequested();

 private:
  NoticeArea* notices_;
  CardButton* demo_;
  QWidget* recent_;
  QVBoxLayout* recentLayout_;
};

}  // namespace kinglet::window

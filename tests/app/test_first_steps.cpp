// What a newcomer meets: the guide offers itself once, studies of before are in the menu, what is dropped says where it
// goes.
#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>

#include "app/window/kit/notice.h"
#include "app/window/settings/new_study_page.h"
#include "app/window/shell/drop_target.h"
#include "app/window/shell/welcome_page.h"
#include "window_fixture.h"

namespace kinglet::window {
namespace {

class FirstSteps : public kinglet::testing::OpenWindowTest {
 protected:
  void open(const QString& path) {
    study_.open(path);
    ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  }
  QMenu* recentMenu() {
    for (QAction* entry : window_->menuBar()->actions())
      for (QAction* action : entry->menu()->actions())
        if (action->menu() != nullptr) {
          Q_EMIT entry->menu()->aboutToShow();
          return action->menu();
        }
    return nullptr;
  }
  static QMimeData* files(const QStringList& paths) {
    auto* data = new QMimeData;
    QList<QUrl> urls;
    for (const QString& path : paths) urls << QUrl::fromLocalFile(path);
    data->setUrls(urls);
    return data;
  }
};

TEST_F(FirstSteps, TheGuideOffersItselfOnce) {
  open(sampleFile(QStringLiteral("a.kinglet"), 12));
  EXPECT_NE(window_->notices().find(QStringLiteral("guide")), nullptr);
  close();
  window_->notices().dismissAll();
  open(file(QStringLiteral("a.kinglet")));
  EXPECT_EQ(window_->notices().find(QStringLiteral("guide")), nullptr);
}

TEST_F(FirstSteps, RecentStudiesAreInTheMenu) {
  ASSERT_NE(recentMenu(), nullptr);
  EXPECT_FALSE(recentMenu()->isEnabled());
  open(sampleFile(QStringLiteral("one & two.kinglet"), 12));
  close();
  ASSERT_EQ(recentMenu()->actions().size(), 1);
  EXPECT_EQ(recentMenu()->actions().front()->text(), QStringLiteral("one && two"));
  recentMenu()->actions().front()->trigger();
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }));
  EXPECT_EQ(study_.name(), QStringLiteral("one & two"));
}

TEST_F(FirstSteps, WhatIsDroppedSaysWhereItGoes) {
  auto* target = window_->findChild<DropTarget*>();
  ASSERT_NE(target, nullptr);
  const auto enter = [&](const QStringList& paths) {
    const std::unique_ptr<QMimeData> data(files(paths));
    QDragEnterEvent event(QPoint(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &event);
    return event.isAccepted();
  };
  const auto drop = [&](const QString& path) {
    const std::unique_ptr<QMimeData> data(files({path}));
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window_.get(), &event);
  };
  kinglet::testing::makeSounds(file(QStringLiteral("sounds")));
  const QString study = sampleFile(QStringLiteral("dropped.kinglet"), 12);
  EXPECT_TRUE(enter({study}));
  EXPECT_TRUE(target->isVisible());
  EXPECT_TRUE(target->words().contains(QStringLiteral("dropped.kinglet")));
  const QString ofStudy = target->words();
  QDragLeaveEvent leave;
  QCoreApplication::sendEvent(window_.get(), &leave);
  EXPECT_FALSE(target->isVisible());
  EXPECT_FALSE(enter({study, study}));  // two at once mean nothing
  EXPECT_FALSE(target->isVisible());
  EXPECT_TRUE(enter({file(QStringLiteral("sounds"))}));
  EXPECT_NE(target->words(), ofStudy);
  drop(file(QStringLiteral("sounds")));
  EXPECT_FALSE(target->isVisible());
  EXPECT_TRUE(window_->newStudyPage().isVisible());
  EXPECT_TRUE(enter({study}));
  drop(study);
  ASSERT_TRUE(waitFor([&] { return study_.isOpen(); }, 20000))
      << (window_->welcome().notices()->find(QStringLiteral("open"))
              ? window_->welcome().notices()->find(QStringLiteral("open"))->content().text.toStdString()
              : std::string("nothing was said"));
}

}  // namespace
}  // namespace kinglet::window

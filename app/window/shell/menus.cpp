#include "app/window/shell/menus.h"

#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include "app/window/kit/app_settings.h"
#include "app/window/kit/icons.h"
#include "app/window/settings/limits_form.h"
#include "app/window/shell/main_window.h"
#include "app/window/study/study_controller.h"
#include "base/error.h"
#include "study/meaning.h"

namespace kinglet::window {
namespace {

// Where the menus have a line between commands: before these.
const char* const kBreaks[] = {"study.picture",   "study.close",      "app.quit",       "edit.palette",
                               "show.stopping",   "candidate.listen", "candidate.next", "show.architecture",
                               "view.candidates", "view.lowerLarge",  "theme.system",   "language.system",
                               "help.about"};

void fillMenus(MainWindow& window) {
  QString group;
  QMenu* menu = nullptr;
  for (const auto& entry : window.commands().all()) {
    if (entry.group != group) {
      group = entry.group;
      menu = nullptr;
      for (auto* action : window.menuBar()->actions())
        if (action->text() == group) menu = action->menu();
      if (!menu) menu = window.menuBar()->addMenu(group);
      menu->setToolTipsVisible(true);
    }
    for (const char* id : kBreaks)
      if (entry.id == QLatin1String(id)) menu->addSeparator();
    menu->addAction(entry.action);
  }
}

// Below "Open": the studies that were open lately, as the first page shows them.
void addRecent(MainWindow& window) {
  QAction* open = window.commands().find(QStringLiteral("study.open"));
  for (QAction* entry : window.menuBar()->actions()) {
    QMenu* menu = entry->menu();
    const auto actions = menu != nullptr ? menu->actions() : QList<QAction*>();
    const auto place = actions.indexOf(open);
    if (place < 0) continue;
    auto* recent = new QMenu(MainWindow::tr("Open &recent"), menu);
    recent->setToolTipsVisible(true);
    menu->insertMenu(place + 1 < actions.size() ? actions[place + 1] : nullptr, recent);
    QObject::connect(menu, &QMenu::aboutToShow, recent, [recent, &window] {
      recent->clear();
      for (const QString& path : AppSettings().recentStudies()) {
        auto* action =
            recent->addAction(QFileInfo(path).completeBaseName().replace(u'&', QStringLiteral("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        QObject::connect(action, &QAction::triggered, &window, [&window, path] { window.openPath(path); });
      }
      recent->setEnabled(!recent->isEmpty());
    });
    return;
  }
}

QToolButton* chip(QToolBar& bar, const char* iconName) {
  auto* button = new QToolButton;
  button->setIcon(icon(QLatin1String(iconName)));
  button->setAutoRaise(true);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  bar.addWidget(button);
  return button;
}

// What the study is about, in three words each; a click shows it in the study panel.
void addChips(MainWindow& window, QToolBar& bar) {
  auto& study = window.study();
  auto& commands = window.commands();
  auto* sounds = chip(bar, "data");
  auto* device = chip(bar, "device");
  auto* limits = chip(bar, "limits");
  const struct {
    QToolButton* button;
    const char* command;
    QString tip;
  } links[] = {{sounds, "show.sounds", MainWindow::tr("The sounds that the study learns from")},
               {device, "show.limits", {}},
               {limits, "show.limits", MainWindow::tr("Candidates over these limits are never trained")}};
  for (const auto& link : links) {
    link.button->setToolTip(link.tip);
    QObject::connect(link.button, &QToolButton::clicked, commands.find(QLatin1String(link.command)),
                     &QAction::trigger);
  }
  const auto follow = [&study, sounds, device, limits] {
    if (!study.isOpen()) return;
    const auto& settings = study.settings();
    const auto features = study.features();
    sounds->setText(!features ? MainWindow::tr("sounds missing")
                    : features->dataset().layout == "builtin"
                        ? MainWindow::tr("built-in sounds")
                        : QString::fromStdString(features->dataset().name));
    try {
      const QString name = QString::fromStdString(study::deviceNameOf(settings));
      device->setText(name.section(u',', 0, 0));
      device->setToolTip(study::profileOf(settings)
                             ? MainWindow::tr("The device whose energy is modelled: %1").arg(name)
                             : MainWindow::tr("The model that predicts energy: %1").arg(name));
      limits->setText(limitsText(study::limitsOf(settings)));
    } catch (const base::Error&) {
      device->setText(QString::fromStdString(settings.device));
      limits->setText(limitsText(settings.limits));
    }
  };
  QObject::connect(&study, &StudyController::opened, limits, follow);
  QObject::connect(&study, &StudyController::settingsChanged, limits, follow);
  follow();
}

}  // namespace

void buildMenus(MainWindow& window) {
  fillMenus(window);
  addRecent(window);
  auto* bar = new QToolBar(MainWindow::tr("Tools"));
  bar->setObjectName(QStringLiteral("tools"));
  bar->setMovable(false);
  bar->setIconSize({18, 18});
  bar->setContextMenuPolicy(Qt::PreventContextMenu);
  window.addToolBar(bar);
  const auto& commands = window.commands();
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  bar->addAction(commands.find(QStringLiteral("run.toggle")));
  bar->addAction(commands.find(QStringLiteral("run.stop")));
  bar->addSeparator();
  addChips(window, *bar);
  auto* space = new QWidget;
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(space);
  for (const auto* id :
       {"candidate.star", "candidate.compare", "candidate.export", "edit.palette", "help.show"}) {
    auto* action = commands.find(QLatin1String(id));
    bar->addAction(action);
    if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action)))
      button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  }
  bar->setVisible(window.workbenchShown());
  QObject::connect(&window, &MainWindow::pageChanged, bar,
                   [bar, &window] { bar->setVisible(window.workbenchShown()); });
}

}  // namespace kinglet::window

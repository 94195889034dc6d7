#include "app/window/kit/file_choice.h"

#include <QFileDialog>
#include <QFileInfo>

#include "app/window/kit/app_settings.h"

namespace kinglet::window {
namespace {

QFileDialog* dialogFor(QWidget* parent, const FileChoice& choice,
                       std::function<void(const QString&)> chosen) {
  auto* dialog = new QFileDialog(parent, choice.title, AppSettings().folder(choice.purpose), choice.filter);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [purpose = choice.purpose, chosen = std::move(chosen)](const QString& path) {
                     AppSettings().setFolder(purpose, QFileInfo(path).absolutePath());
                     chosen(path);
                   });
  return dialog;
}

}  // namespace

void chooseFileToOpen(QWidget* parent, const FileChoice& choice, std::function<void(const QString&)> chosen) {
  auto* dialog = dialogFor(parent, choice, std::move(chosen));
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->open();
}

void chooseFileToSave(QWidget* parent, const FileChoice& choice, std::function<void(const QString&)> chosen) {
  auto* dialog = dialogFor(parent, choice, std::move(chosen));
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(choice.suffix);
  if (!choice.name.isEmpty()) dialog->selectFile(choice.name);
  dialog->open();
}

}  // namespace kinglet::window

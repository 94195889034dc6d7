#include "widgets/text/message_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <string>
#include <vector>

#include "base/message_of.h"

namespace kinglet::widgets {
namespace {

QString argumentText(const base::Message::Argument& argument) {
  using Kind = base::Message::Argument::Kind;
  if (argument.kind == Kind::message) return messageText(argument.message.front());
  QString text = QString::fromStdString(argument.text);
  // A unit stays on the line of its figure.
  if (argument.kind == Kind::figure)
    text.replace(u'.', QLocale().decimalPoint()).replace(u' ', QChar(0x00a0));
  return text;
}

}  // namespace

QString messageText(const base::Message& message) {
  if (message.empty()) return {};
  const QString pattern = QCoreApplication::translate("engine", message.pattern().c_str());
  std::vector<std::string> words;
  for (const auto& argument : message.arguments()) words.push_back(argumentText(argument).toStdString());
  return QString::fromStdString(base::filled(pattern.toStdString(), words));
}

QString errorText(const std::exception& error) {
  return messageText(base::messageOf(error));
}

}  // namespace kinglet::widgets

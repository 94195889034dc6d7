#include "widgets/text/strategy_text.h"

#include <QCoreApplication>

namespace kinglet::widgets {
namespace {

struct Strategy {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::Strategy)
};

}  // namespace

QString strategyName(const QString& key) {
  if (key == QLatin1String("random")) return Strategy::tr("Random");
  if (key == QLatin1String("evolution")) return Strategy::tr("Evolution");
  if (key == QLatin1String("nsga2")) return Strategy::tr("NSGA-II");
  if (key == QLatin1String("bayesian")) return Strategy::tr("Bayesian");
  if (key == QLatin1String("hybrid")) return Strategy::tr("Hybrid");
  if (key == QLatin1String("person")) return Strategy::tr("You");
  // A member of a hybrid.
  const auto slash = key.indexOf(u'/');
  if (slash > 0)
    return QStringLiteral("%1: %2").arg(strategyName(key.left(slash)), strategyName(key.mid(slash + 1)));
  return key;
}

QString strategyName(const std::string& key) {
  return strategyName(QString::fromStdString(key));
}

}  // namespace kinglet::widgets

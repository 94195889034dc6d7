// Names of search strategies, for people.
#pragma once

#include <QString>

namespace kinglet::widgets {

// "Bayesian" for "bayesian"; a key that is not known stays as it is.
QString strategyName(const QString& key);
QString strategyName(const std::string& key);

}  // namespace kinglet::widgets

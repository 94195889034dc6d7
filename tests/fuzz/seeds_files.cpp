#include "seeds.h"

int main(int count, char** arguments) {
  using namespace kinglet::fuzz;
  return makeSeeds(count, arguments, {putSounds, putTables, putTraces, putModels, putSpaces});
}

// libyaml's parser, as the system installs it (pkg-config yaml-0.1).
#include <yaml.h>

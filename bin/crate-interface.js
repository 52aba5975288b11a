#!/usr/bin/env node
// In the repository and not in `dist`: npm links a command when it installs, before anything is built.
import "../dist/cli/main.js";

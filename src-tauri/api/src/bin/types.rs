//! Writes the TypeScript types of everything that crosses to the window to standard output.

use stet_api::commands::typescript;

fn main() {
    print!("{}", typescript());
}

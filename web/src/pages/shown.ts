/** What a page is given: its address, and the language, in which it asks the server anew when that changes. */
export interface Shown { address: URL; spoken: string }

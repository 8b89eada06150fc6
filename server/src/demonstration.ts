/** The demonstration township: loaded once into an empty installation, through the rooms' doors. */

interface Loading {
  readonly ownerUrl: string;
  readonly appUrl?: string;
  readonly filesFolder: string;
  readonly tell: (sentence: string) => void;
}

/** Loads 青禾镇 where no town is founded yet, and tells how many of what, and the log-ins. */
export async function loadDemonstration({ tell }: Loading): Promise<void> {
  tell('演示数据还没有接上。');
}
